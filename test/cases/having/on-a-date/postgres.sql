with
  "sales_facts" as (
    select
      (cast("sales"."shop" as text) collate "C") as "sales__shop",
      max("sales"."day") as "last_day"
    from
      "sales" as "sales"
    group by
      1
  )
select
  "sales_facts"."sales__shop" as "sales__shop",
  "sales_facts"."last_day" as "last_day"
from
  "sales_facts" as "sales_facts"
where
  ("sales_facts"."last_day" <= cast('2024-02-01' as date))
order by
  1 asc nulls last
limit
  10001
