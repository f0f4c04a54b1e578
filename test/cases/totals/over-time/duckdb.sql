with
  "orders_facts" as (
    select
      coalesce("orders"."sold_on" - cast(day("orders"."sold_on") - 1 as integer), "orders"."sold_on") as "time",
      sum("orders"."amount") as "revenue",
      count(distinct "orders"."customer_id") as "buyers"
    from
      "orders" as "orders"
    group by
      1
  )
select
  "orders_facts"."time" as "time",
  "orders_facts"."revenue" as "revenue",
  coalesce("orders_facts"."buyers", 0) as "buyers"
from
  "orders_facts" as "orders_facts"
order by
  1 asc nulls last
limit
  10001
