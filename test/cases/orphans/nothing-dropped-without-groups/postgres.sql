with
  "orders_facts" as (
    select
      count(*) as "order_count",
      sum(nullif("orders"."amount", 'NaN')) as "revenue"
    from
      "orders" as "orders"
  )
select
  coalesce("orders_facts"."order_count", 0) as "order_count",
  "orders_facts"."revenue" as "revenue"
from
  "orders_facts" as "orders_facts"
limit
  10001
