with
  "orders_facts" as (
    select
      cast(date_trunc('month', cast("customers"."joined_on" as timestamp)) as date) as "time",
      cast(sum("orders"."amount") as numeric) as "amount_per_new_customer_1"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    group by
      1
  ),
  "customers_facts" as (
    select
      cast(date_trunc('month', cast("customers"."joined_on" as timestamp)) as date) as "time",
      count(*) as "amount_per_new_customer_2"
    from
      "customers" as "customers"
    group by
      1
  ),
  "all_facts" as (
    select
      "orders_facts"."time" as "time",
      "orders_facts"."amount_per_new_customer_1" as "amount_per_new_customer_1",
      cast(null as bigint) as "amount_per_new_customer_2"
    from
      "orders_facts"
    union all
    select
      "customers_facts"."time" as "time",
      cast(null as numeric) as "amount_per_new_customer_1",
      "customers_facts"."amount_per_new_customer_2" as "amount_per_new_customer_2"
    from
      "customers_facts"
  ),
  "stitched" as (
    select
      "all_facts"."time" as "time",
      cast(max("all_facts"."amount_per_new_customer_1") as numeric) as "amount_per_new_customer_1",
      max("all_facts"."amount_per_new_customer_2") as "amount_per_new_customer_2"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."time" as "time",
  (
    cast(cast("stitched"."amount_per_new_customer_1" as double precision) as double precision) / nullif(
      cast(
        cast(coalesce("stitched"."amount_per_new_customer_2", 0) as double precision) as double precision
      ),
      0
    )
  ) as "amount_per_new_customer",
  coalesce("stitched"."amount_per_new_customer_2", 0) as "new_customers"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
