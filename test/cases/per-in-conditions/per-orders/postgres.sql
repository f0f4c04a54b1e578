with
  "orders_facts" as (
    select
      "orders"."order_id" as "key_1",
      cast(sum("orders"."amount") as numeric) as "value"
    from
      "orders" as "orders"
    group by
      1
  ),
  "per_orders" as (
    select
      "orders_facts"."key_1" as "key_1",
      "orders_facts"."value" as "value"
    from
      "orders_facts" as "orders_facts"
    where
      ("orders_facts"."key_1" is not null)
  ),
  "orders_facts_2" as (
    select
      cast(sum("orders"."amount") as numeric) as "amount"
    from
      "orders" as "orders"
      left join "per_orders" as "per_orders" on "orders"."order_id" = "per_orders"."key_1"
    where
      (
        case
          when ("per_orders"."key_1" is not null) then "per_orders"."value"
          else cast(null as numeric)
        end > 3
      )
  )
select
  "orders_facts_2"."amount" as "amount"
from
  "orders_facts_2" as "orders_facts_2"
limit
  10001
