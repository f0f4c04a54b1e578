with
  "customers_facts" as (
    select
      (cast("customers"."tier" as text) collate "C") as "customers__tier",
      count(*) as "customer_count"
    from
      "customers" as "customers"
    group by
      1
  ),
  "orders_facts" as (
    select
      (cast("customers"."tier" as text) collate "C") as "customers__tier",
      count(*) as "order_count"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    group by
      1
  ),
  "all_facts" as (
    select
      "customers_facts"."customers__tier" as "customers__tier",
      "customers_facts"."customer_count" as "customer_count",
      cast(null as bigint) as "order_count"
    from
      "customers_facts"
    union all
    select
      "orders_facts"."customers__tier" as "customers__tier",
      cast(null as bigint) as "customer_count",
      "orders_facts"."order_count" as "order_count"
    from
      "orders_facts"
  ),
  "stitched" as (
    select
      "all_facts"."customers__tier" as "customers__tier",
      max("all_facts"."customer_count") as "customer_count",
      max("all_facts"."order_count") as "order_count"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."customers__tier" as "customers__tier",
  coalesce("stitched"."customer_count", 0) as "customer_count",
  coalesce("stitched"."order_count", 0) as "order_count"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
