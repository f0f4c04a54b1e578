with
  "sales_facts" as (
    select
      sum("sales"."amount") filter(
        where
          (
            ("sales"."shop" = 'a')
            and ("sales"."day" >= cast('2024-02-01' as date))
          )
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
