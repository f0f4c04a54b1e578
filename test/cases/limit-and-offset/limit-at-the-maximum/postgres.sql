with
  "sales_facts" as (
    select
      (cast("sales"."shop" as text) collate "C") as "sales__shop",
      count(*) as "sale_count"
    from
      "sales" as "sales"
    group by
      1
  )
select
  "sales_facts"."sales__shop" as "sales__shop",
  coalesce("sales_facts"."sale_count", 0) as "sale_count"
from
  "sales_facts" as "sales_facts"
order by
  1 asc nulls last
limit
  6
