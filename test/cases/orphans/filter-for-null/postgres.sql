with
  "orders_facts" as (
    select
      count(*) as "order_count",
      sum(nullif("orders"."amount", 'NaN')) as "revenue"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    where
      ((cast("customers"."tier" as text) collate "C") is null)
  )
select
  coalesce("orders_facts"."order_count", 0) as "order_count",
  "orders_facts"."revenue" as "revenue"
from
  "orders_facts" as "orders_facts"
limit
  10001
