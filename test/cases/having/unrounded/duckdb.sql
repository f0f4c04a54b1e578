with
  "sales_facts" as (
    select
      "sales"."shop" as "sales__shop",
      sum("sales"."price") as "price_a",
      count("sales"."price") as "price_b"
    from
      "sales" as "sales"
    group by
      1
  )
select
  "sales_facts"."sales__shop" as "sales__shop",
  ("sales_facts"."price_a" / nullif("sales_facts"."price_b", 0)) as "price"
from
  "sales_facts" as "sales_facts"
where
  (
    (("sales_facts"."price_a" / nullif("sales_facts"."price_b", 0)) > cast('1' as double))
    and (("sales_facts"."price_a" / nullif("sales_facts"."price_b", 0)) < cast('1.01' as double))
  )
order by
  1 asc nulls last
limit
  10001
