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
  "idle" as (
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
            else 0
          end = 0
        )
        and ("customers"."customer_id" is not null)
      )
  ),
  "tickets_facts" as (
    select
      count(*) as "ticket_count"
    from
      "tickets" as "tickets"
      left join "idle" as "customers__idle" on "tickets"."customer_id" = "customers__idle"."key_1"
    where
      ("customers__idle"."key_1" is not null)
  ),
  "orders_facts_2" as (
    select
      cast(sum("orders"."amount") as numeric) as "amount"
    from
      "orders" as "orders"
      left join "idle" as "customers__idle" on "orders"."customer_id" = "customers__idle"."key_1"
    where
      ("customers__idle"."key_1" is not null)
  ),
  "customers_facts" as (
    select
      count(*) as "customer_count"
    from
      "customers" as "customers"
      left join "idle" as "idle" on "customers"."customer_id" = "idle"."key_1"
    where
      ("idle"."key_1" is not null)
  ),
  "all_facts" as (
    select
      "tickets_facts"."ticket_count" as "ticket_count",
      cast(null as numeric) as "amount",
      cast(null as bigint) as "customer_count"
    from
      "tickets_facts"
    union all
    select
      cast(null as bigint) as "ticket_count",
      "orders_facts_2"."amount" as "amount",
      cast(null as bigint) as "customer_count"
    from
      "orders_facts_2"
    union all
    select
      cast(null as bigint) as "ticket_count",
      cast(null as numeric) as "amount",
      "customers_facts"."customer_count" as "customer_count"
    from
      "customers_facts"
  ),
  "stitched" as (
    select
      max("all_facts"."ticket_count") as "ticket_count",
      cast(max("all_facts"."amount") as numeric) as "amount",
      max("all_facts"."customer_count") as "customer_count"
    from
      "all_facts" as "all_facts"
  )
select
  coalesce("stitched"."ticket_count", 0) as "ticket_count",
  "stitched"."amount" as "amount",
  coalesce("stitched"."customer_count", 0) as "customer_count"
from
  "stitched" as "stitched"
limit
  10001
