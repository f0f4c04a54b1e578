with
  "orders_facts" as (
    select
      count(*) as "order_count"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    where
      (
        (not ((cast("customers"."tier" as text) collate "C") = (cast('gold' as text) collate "C")))
        or ((cast("customers"."tier" as text) collate "C") is null)
      )
  )
select
  coalesce("orders_facts"."order_count", 0) as "order_count"
from
  "orders_facts" as "orders_facts"
limit
  10001
