with
  "tickets_facts" as (
    select
      "customers"."customer_id" as "key_1",
      count(*) as "value_1"
    from
      "tickets" as "tickets"
      left join "customers" as "customers" on "tickets"."customer_id" = "customers"."customer_id"
    group by
      1
  ),
  "orders_facts" as (
    select
      "customers"."customer_id" as "key_1",
      count(*) as "value_2"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    group by
      1
  ),
  "all_facts" as (
    select
      "tickets_facts"."key_1" as "key_1",
      "tickets_facts"."value_1" as "value_1",
      cast(null as bigint) as "value_2"
    from
      "tickets_facts"
    union all
    select
      "orders_facts"."key_1" as "key_1",
      cast(null as bigint) as "value_1",
      "orders_facts"."value_2" as "value_2"
    from
      "orders_facts"
  ),
  "stitched" as (
    select
      "all_facts"."key_1" as "key_1",
      max("all_facts"."value_1") as "value_1",
      max("all_facts"."value_2") as "value_2"
    from
      "all_facts" as "all_facts"
    group by
      1
  ),
  "per_customers" as (
    select
      "stitched"."key_1" as "key_1",
      (
        cast(cast(coalesce("stitched"."value_1", 0) as double precision) as double precision) / nullif(cast(cast(coalesce("stitched"."value_2", 0) as double precision) as double precision), 0)
      ) as "value"
    from
      "stitched" as "stitched"
    where
      ("stitched"."key_1" is not null)
  ),
  "troubled" as (
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
            else (
              cast(cast(0 as double precision) as double precision) / nullif(cast(cast(0 as double precision) as double precision), 0)
            )
          end > cast('1' as double precision)
        )
        and ("customers"."customer_id" is not null)
      )
  ),
  "orders_facts_2" as (
    select
      cast(sum("orders"."amount") as numeric) as "amount"
    from
      "orders" as "orders"
      left join "troubled" as "customers__troubled" on "orders"."customer_id" = "customers__troubled"."key_1"
    where
      ("customers__troubled"."key_1" is not null)
  ),
  "tickets_facts_2" as (
    select
      count(*) as "ticket_count"
    from
      "tickets" as "tickets"
      left join "troubled" as "customers__troubled" on "tickets"."customer_id" = "customers__troubled"."key_1"
    where
      ("customers__troubled"."key_1" is not null)
  ),
  "all_facts_2" as (
    select
      "orders_facts_2"."amount" as "amount",
      cast(null as bigint) as "ticket_count"
    from
      "orders_facts_2"
    union all
    select
      cast(null as numeric) as "amount",
      "tickets_facts_2"."ticket_count" as "ticket_count"
    from
      "tickets_facts_2"
  ),
  "stitched_2" as (
    select
      cast(max("all_facts_2"."amount") as numeric) as "amount",
      max("all_facts_2"."ticket_count") as "ticket_count"
    from
      "all_facts_2" as "all_facts_2"
  )
select
  "stitched_2"."amount" as "amount",
  coalesce("stitched_2"."ticket_count", 0) as "ticket_count"
from
  "stitched_2" as "stitched_2"
limit
  10001
