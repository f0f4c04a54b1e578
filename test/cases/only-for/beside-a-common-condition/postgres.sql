with
  "sales_facts" as (
    select
      cast(sum("sales"."amount") as numeric) as "amount",
      count(*) filter (
        where
          (
            (cast("sales"."amount" as bigint) >= 10)
            and ("sales"."day" < cast('2024-02-01' as date))
          )
      ) as "big_rows"
    from
      "sales" as "sales"
    where
      (
        (cast("sales"."shop" as text) collate "C") in ((cast('a' as text) collate "C"), (cast('b' as text) collate "C"))
      )
  )
select
  "sales_facts"."amount" as "amount",
  coalesce("sales_facts"."big_rows", 0) as "big_rows"
from
  "sales_facts" as "sales_facts"
limit
  10001
