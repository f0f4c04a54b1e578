with
  "orders_facts" as (
    select
      cast(date_trunc('month', cast("orders"."sold_on" as timestamp)) as date) as "time",
      cast(sum("orders"."amount") as numeric) as "revenue",
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
