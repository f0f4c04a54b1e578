with
  "sales_facts" as (
    select
      "sales"."shop" as "sales__shop",
      sum("sales"."amount") as "amount",
      sum("sales"."weight") as "weight",
      count(*) as "counted"
    from
      "sales" as "sales"
    group by
      1
  )
select
  "sales_facts"."sales__shop" as "sales__shop",
  "sales_facts"."amount" as "amount"
from
  "sales_facts" as "sales_facts"
where
  (
    ("sales_facts"."counted" > 0)
    and ("sales_facts"."weight" >= 2)
  )
order by
  1 asc nulls last
limit
  10001
