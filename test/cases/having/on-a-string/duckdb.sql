with
  "sales_facts" as (
    select
      "sales"."shop" as "sales__shop",
      sum("sales"."amount") as "amount",
      max("sales"."shop") as "last_shop",
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
    and starts_with("sales_facts"."last_shop", 'd')
  )
order by
  1 asc nulls last
limit
  10001
