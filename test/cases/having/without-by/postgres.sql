with
  "sales_facts" as (
    select
      cast(sum("sales"."amount") as numeric) as "amount"
    from
      "sales" as "sales"
  )
select
  "sales_facts"."amount" as "amount"
from
  "sales_facts" as "sales_facts"
where
  ("sales_facts"."amount" > 1000)
limit
  10001
