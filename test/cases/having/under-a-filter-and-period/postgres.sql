with
  "sales_facts" as (
    select
      (cast("sales"."shop" as text) collate "C") as "sales__shop",
      cast(sum("sales"."amount") as numeric) as "amount"
    from
      "sales" as "sales"
    where
      (
        ("sales"."day" >= cast('2024-01-01' as date))
        and ("sales"."day" < cast('2024-02-01' as date))
      )
    group by
      1
  )
select
  "sales_facts"."sales__shop" as "sales__shop",
  "sales_facts"."amount" as "amount"
from
  "sales_facts" as "sales_facts"
where
  ("sales_facts"."amount" < 11)
order by
  1 asc nulls last
limit
  10001
