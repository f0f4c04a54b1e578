with
  "orders_facts" as (
    select
      cast(date_trunc('month', timezone ('Europe/London', "orders"."ordered_at")) as date) as "time",
      cast(sum("orders"."amount") as numeric) as "booked"
    from
      "orders" as "orders"
    group by
      1
  ),
  "orders_facts_2" as (
    select
      cast(date_trunc('month', timezone ('Europe/London', "orders"."delivered_at")) as date) as "time",
      cast(sum("orders"."amount") as numeric) as "delivered"
    from
      "orders" as "orders"
    group by
      1
  ),
  "orders_facts_3" as (
    select
      cast(date_trunc('month', cast("customers"."joined_on" as timestamp)) as date) as "time",
      cast(sum("orders"."amount") as numeric) as "booked_by_cohort"
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
      cast(null as numeric) as "delivered",
      cast(null as numeric) as "booked_by_cohort"
    from
      "orders_facts"
    union all
    select
      "orders_facts_2"."time" as "time",
      cast(null as numeric) as "booked",
      "orders_facts_2"."delivered" as "delivered",
      cast(null as numeric) as "booked_by_cohort"
    from
      "orders_facts_2"
    union all
    select
      "orders_facts_3"."time" as "time",
      cast(null as numeric) as "booked",
      cast(null as numeric) as "delivered",
      "orders_facts_3"."booked_by_cohort" as "booked_by_cohort"
    from
      "orders_facts_3"
  ),
  "stitched" as (
    select
      "all_facts"."time" as "time",
      cast(max("all_facts"."booked") as numeric) as "booked",
      cast(max("all_facts"."delivered") as numeric) as "delivered",
      cast(max("all_facts"."booked_by_cohort") as numeric) as "booked_by_cohort"
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
