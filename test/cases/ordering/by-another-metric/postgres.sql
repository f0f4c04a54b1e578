with
  "sales_facts" as (
    select
      (cast("sales"."shop" as text) collate "C") as "sales__shop",
      cast(sum("sales"."amount") as numeric) as "amount",
      count(*) as "sale_count"
    from
      "sales" as "sales"
    group by
      1
  )
select
  "sales_facts"."sales__shop" as "sales__shop",
  "sales_facts"."amount" as "amount",
  (- "sales_facts"."amount") as "negative",
  coalesce("sales_facts"."sale_count", 0) as "sale_count"
from
  "sales_facts" as "sales_facts"
order by
  3 asc nulls last,
  1 asc nulls last
limit
  10001
