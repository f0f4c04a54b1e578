with
  "sales_facts" as (
    select
      cast(
        sum("sales"."amount") filter (
          where
            (
              ((cast("sales"."shop" as text) collate "C") = (cast('a' as text) collate "C"))
              and ("sales"."day" >= cast('2024-02-01' as date))
            )
        ) as numeric
      ) as "amount",
      count(*) as "rows"
    from
      "sales" as "sales"
  )
select
  "sales_facts"."amount" as "amount",
  coalesce("sales_facts"."rows", 0) as "rows"
from
  "sales_facts" as "sales_facts"
limit
  10001
