with
  "web_orders" as (
    select
      "orders"."order_id" as "key_1"
    from
      "orders" as "orders"
    where
      (
        ("orders"."channel" = 'web')
        and ("orders"."order_id" is not null)
      )
  ),
  "orders_facts" as (
    select
      sum("orders"."amount") as "amount",
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
