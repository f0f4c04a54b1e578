with
  "orders_facts" as (
    select
      "customers"."customer_id" as "key_1",
      count(*) as "value"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    group by
      1
  ),
  "per_customers" as (
    select
      "orders_facts"."key_1" as "key_1",
      coalesce("orders_facts"."value", 0) as "value"
    from
      "orders_facts" as "orders_facts"
    where
      ("orders_facts"."key_1" is not null)
  ),
  "customers_facts" as (
    select
      count(*) as "customer_count"
    from
      "customers" as "customers"
      left join "per_customers" as "per_customers" on "customers"."customer_id" = "per_customers"."key_1"
    where
      (
        case
          when ("per_customers"."key_1" is not null) then "per_customers"."value"
          else 0
        end = 0
      )
  ),
  "tickets_facts" as (
    select
      count(*) as "ticket_count"
    from
      "tickets" as "tickets"
      left join "customers" as "customers" on "tickets"."customer_id" = "customers"."customer_id"
      left join "per_customers" as "customers__per_customers" on "customers"."customer_id" = "customers__per_customers"."key_1"
    where
      (
        case
          when ("customers__per_customers"."key_1" is not null) then "customers__per_customers"."value"
          else case
            when ("customers"."customer_id" is not null) then 0
          end
        end = 0
      )
  ),
  "all_facts" as (
    select
      "customers_facts"."customer_count" as "customer_count",
      cast(null as bigint) as "ticket_count"
    from
      "customers_facts"
    union all
    select
      cast(null as bigint) as "customer_count",
      "tickets_facts"."ticket_count" as "ticket_count"
    from
      "tickets_facts"
  ),
  "stitched" as (
    select
      max("all_facts"."customer_count") as "customer_count",
      max("all_facts"."ticket_count") as "ticket_count"
    from
      "all_facts" as "all_facts"
  )
select
  coalesce("stitched"."customer_count", 0) as "customer_count",
  coalesce("stitched"."ticket_count", 0) as "ticket_count"
from
  "stitched" as "stitched"
limit
  10001
