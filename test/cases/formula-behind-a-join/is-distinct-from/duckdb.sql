with
  "orders_facts" as (
    select
      case
        when ("customers"."customer_id" is not null) then coalesce(("customers"."region" is distinct from 'north'), false)
      end as "customers__is_not_north",
      count(*) as "order_count"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    group by
      1
  ),
  "customers_facts" as (
    select
      coalesce(("customers"."region" is distinct from 'north'), false) as "customers__is_not_north",
      count(*) as "customer_count"
    from
      "customers" as "customers"
    group by
      1
  ),
  "all_facts" as (
    select
      "orders_facts"."customers__is_not_north" as "customers__is_not_north",
      "orders_facts"."order_count" as "order_count",
      cast(null as bigint) as "customer_count"
    from
      "orders_facts"
    union all
    select
      "customers_facts"."customers__is_not_north" as "customers__is_not_north",
      cast(null as bigint) as "order_count",
      "customers_facts"."customer_count" as "customer_count"
    from
      "customers_facts"
  ),
  "stitched" as (
    select
      "all_facts"."customers__is_not_north" as "customers__is_not_north",
      max("all_facts"."order_count") as "order_count",
      max("all_facts"."customer_count") as "customer_count"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."customers__is_not_north" as "customers__is_not_north",
  coalesce("stitched"."order_count", 0) as "order_count",
  coalesce("stitched"."customer_count", 0) as "customer_count"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
