with
  "web_orders" as (
    select
      "orders"."order_id" as "key_1"
    from
      "orders" as "orders"
    where
      (
        ((cast("orders"."channel" as text) collate "C") = (cast('web' as text) collate "C"))
        and ("orders"."order_id" is not null)
      )
  ),
  "orders_facts" as (
    select
      cast(sum("orders"."amount") as numeric) as "amount",
      count(*) as "order_count"
    from
      "orders" as "orders"
      left join "web_orders" as "web_orders" on "orders"."order_id" = "web_orders"."key_1"
    where
      ("web_orders"."key_1" is not null)
  )
select
  "orders_facts"."amount" as "amount",
  coalesce("orders_facts"."order_count", 0) as "order_count"
from
  "orders_facts" as "orders_facts"
limit
  10001
