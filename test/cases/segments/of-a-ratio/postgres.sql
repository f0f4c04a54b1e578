with
  "orders_facts" as (
    select
      "customers"."customer_id" as "key_1",
      cast(sum("orders"."amount") as numeric) as "value"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    group by
      1
  ),
  "per_customers" as (
    select
      "orders_facts"."key_1" as "key_1",
      "orders_facts"."value" as "value"
    from
      "orders_facts" as "orders_facts"
    where
      ("orders_facts"."key_1" is not null)
  ),
  "big_buyers" as (
    select
      "customers"."customer_id" as "key_1"
    from
      "customers" as "customers"
      left join "per_customers" as "per_customers" on "customers"."customer_id" = "per_customers"."key_1"
    where
      (
        (
          case
            when ("per_customers"."key_1" is not null) then "per_customers"."value"
            else cast(null as numeric)
          end >= 4
        )
        and ("customers"."customer_id" is not null)
      )
  ),
  "tickets_facts" as (
    select
      count(*) as "tickets_per_order_1"
    from
      "tickets" as "tickets"
      left join "big_buyers" as "customers__big_buyers" on "tickets"."customer_id" = "customers__big_buyers"."key_1"
    where
      ("customers__big_buyers"."key_1" is not null)
  ),
  "orders_facts_2" as (
    select
      count(*) as "tickets_per_order_2"
    from
      "orders" as "orders"
      left join "big_buyers" as "customers__big_buyers" on "orders"."customer_id" = "customers__big_buyers"."key_1"
    where
      ("customers__big_buyers"."key_1" is not null)
  ),
  "all_facts" as (
    select
      "tickets_facts"."tickets_per_order_1" as "tickets_per_order_1",
      cast(null as bigint) as "tickets_per_order_2"
    from
      "tickets_facts"
    union all
    select
      cast(null as bigint) as "tickets_per_order_1",
      "orders_facts_2"."tickets_per_order_2" as "tickets_per_order_2"
    from
      "orders_facts_2"
  ),
  "stitched" as (
    select
      max("all_facts"."tickets_per_order_1") as "tickets_per_order_1",
      max("all_facts"."tickets_per_order_2") as "tickets_per_order_2"
    from
      "all_facts" as "all_facts"
  )
select
  (
    cast(
      cast(coalesce("stitched"."tickets_per_order_1", 0) as double precision) as double precision
    ) / nullif(
      cast(
        cast(coalesce("stitched"."tickets_per_order_2", 0) as double precision) as double precision
      ),
      0
    )
  ) as "tickets_per_order",
  coalesce("stitched"."tickets_per_order_2", 0) as "order_count"
from
  "stitched" as "stitched"
limit
  10001
