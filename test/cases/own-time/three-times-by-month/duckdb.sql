with
  "orders_facts" as (
    select
      coalesce(
        cast(timezone('Europe/London', "orders"."ordered_at") as date) - cast(day(cast(timezone('Europe/London', "orders"."ordered_at") as date)) - 1 as integer),
        cast(timezone('Europe/London', "orders"."ordered_at") as date)
      ) as "time",
      sum("orders"."amount") as "booked"
    from
      "orders" as "orders"
    group by
      1
  ),
  "orders_facts_2" as (
    select
      coalesce(
        cast(timezone('Europe/London', "orders"."delivered_at") as date) - cast(day(cast(timezone('Europe/London', "orders"."delivered_at") as date)) - 1 as integer),
        cast(timezone('Europe/London', "orders"."delivered_at") as date)
      ) as "time",
      sum("orders"."amount") as "delivered"
    from
      "orders" as "orders"
    group by
      1
  ),
  "orders_facts_3" as (
    select
      coalesce(
        "customers"."joined_on" - cast(day("customers"."joined_on") - 1 as integer),
        "customers"."joined_on"
      ) as "time",
      sum("orders"."amount") as "booked_by_cohort"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    group by
      1
  ),
  "all_facts" as (
    select
      "orders_facts"."time" as "time",
      "orders_facts"."booked" as "booked",
      cast(null as hugeint) as "delivered",
      cast(null as hugeint) as "booked_by_cohort"
    from
      "orders_facts"
    union all
    select
      "orders_facts_2"."time" as "time",
      cast(null as hugeint) as "booked",
      "orders_facts_2"."delivered" as "delivered",
      cast(null as hugeint) as "booked_by_cohort"
    from
      "orders_facts_2"
    union all
    select
      "orders_facts_3"."time" as "time",
      cast(null as hugeint) as "booked",
      cast(null as hugeint) as "delivered",
      "orders_facts_3"."booked_by_cohort" as "booked_by_cohort"
    from
      "orders_facts_3"
  ),
  "stitched" as (
    select
      "all_facts"."time" as "time",
      max("all_facts"."booked") as "booked",
      max("all_facts"."delivered") as "delivered",
      max("all_facts"."booked_by_cohort") as "booked_by_cohort"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."time" as "time",
  "stitched"."booked" as "booked",
  "stitched"."delivered" as "delivered",
  "stitched"."booked_by_cohort" as "booked_by_cohort"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
