with
  "orders_facts" as (
    select
      cast(sum("orders"."amount") as numeric) as "booked"
    from
      "orders" as "orders"
    where
      (
        ("orders"."ordered_at" >= cast('2024-03-31 23:00:00Z' as timestamptz))
        and ("orders"."ordered_at" < cast('2024-04-01 23:00:00Z' as timestamptz))
      )
  ),
  "orders_facts_2" as (
    select
      cast(sum("orders"."amount") as numeric) as "delivered"
    from
      "orders" as "orders"
    where
      (
        ("orders"."delivered_at" >= cast('2024-03-31 23:00:00Z' as timestamptz))
        and ("orders"."delivered_at" < cast('2024-04-01 23:00:00Z' as timestamptz))
      )
  ),
  "all_facts" as (
    select
      "orders_facts"."booked" as "booked",
      cast(null as numeric) as "delivered"
    from
      "orders_facts"
    union all
    select
      cast(null as numeric) as "booked",
      "orders_facts_2"."delivered" as "delivered"
    from
      "orders_facts_2"
  ),
  "stitched" as (
    select
      cast(max("all_facts"."booked") as numeric) as "booked",
      cast(max("all_facts"."delivered") as numeric) as "delivered"
    from
      "all_facts" as "all_facts"
  )
select
  "stitched"."booked" as "booked",
  "stitched"."delivered" as "delivered"
from
  "stitched" as "stitched"
limit
  10001
