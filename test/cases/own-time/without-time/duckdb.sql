with
  "orders_facts" as (
    select
      "customers"."region" as "customers__region",
      sum("orders"."amount") as "booked",
      sum("orders"."amount") as "delivered",
      sum("orders"."amount") as "booked_by_cohort"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    group by
      1
  )
select
  "orders_facts"."customers__region" as "customers__region",
  "orders_facts"."booked" as "booked",
  "orders_facts"."delivered" as "delivered",
  "orders_facts"."booked_by_cohort" as "booked_by_cohort"
from
  "orders_facts" as "orders_facts"
order by
  1 asc nulls last
limit
  10001
