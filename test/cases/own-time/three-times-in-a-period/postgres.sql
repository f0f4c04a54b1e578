with
  "orders_facts" as (
    select
      cast(sum("orders"."amount") as numeric) as "booked"
    from
      "orders" as "orders"
    where
      (
        ("orders"."ordered_at" >= cast('2024-02-01 00:00:00Z' as timestamptz))
        and ("orders"."ordered_at" < cast('2024-03-01 00:00:00Z' as timestamptz))
      )
  ),
  "orders_facts_2" as (
    select
      cast(sum("orders"."amount") as numeric) as "delivered"
    from
      "orders" as "orders"
    where
      (
        ("orders"."delivered_at" >= cast('2024-02-01 00:00:00Z' as timestamptz))
        and ("orders"."delivered_at" < cast('2024-03-01 00:00:00Z' as timestamptz))
      )
  ),
  "orders_facts_3" as (
    select
      cast(sum("orders"."amount") as numeric) as "booked_by_cohort"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    where
      (
        ("customers"."joined_on" >= cast('2024-02-01' as date))
        and ("customers"."joined_on" < cast('2024-03-01' as date))
      )
  ),
  "all_facts" as (
    select
      "orders_facts"."booked" as "booked",
      cast(null as numeric) as "delivered",
      cast(null as numeric) as "booked_by_cohort"
    from
      "orders_facts"
    union all
    select
      cast(null as numeric) as "booked",
      "orders_facts_2"."delivered" as "delivered",
      cast(null as numeric) as "booked_by_cohort"
    from
      "orders_facts_2"
    union all
    select
      cast(null as numeric) as "booked",
      cast(null as numeric) as "delivered",
      "orders_facts_3"."booked_by_cohort" as "booked_by_cohort"
    from
      "orders_facts_3"
  ),
  "stitched" as (
    select
      cast(max("all_facts"."booked") as numeric) as "booked",
      cast(max("all_facts"."delivered") as numeric) as "delivered",
      cast(max("all_facts"."booked_by_cohort") as numeric) as "booked_by_cohort"
    from
      "all_facts" as "all_facts"
  )
select
  "stitched"."booked" as "booked",
  "stitched"."delivered" as "delivered",
  "stitched"."booked_by_cohort" as "booked_by_cohort"
from
  "stitched" as "stitched"
limit
  10001
