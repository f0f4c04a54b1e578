with
  "everyone" as (
    select
      "customers"."customer_id" as "key_1"
    from
      "customers" as "customers"
    where
      (
        (1 = 1)
        and ("customers"."customer_id" is not null)
      )
  ),
  "orders_facts" as (
    select
      cast(sum("orders"."amount") as numeric) as "amount"
    from
      "orders" as "orders"
      left join "everyone" as "customers__everyone" on "orders"."customer_id" = "customers__everyone"."key_1"
    where
      ("customers__everyone"."key_1" is not null)
  ),
  "tickets_facts" as (
    select
      count(*) as "ticket_count"
    from
      "tickets" as "tickets"
      left join "everyone" as "customers__everyone" on "tickets"."customer_id" = "customers__everyone"."key_1"
    where
      ("customers__everyone"."key_1" is not null)
  ),
  "all_facts" as (
    select
      "orders_facts"."amount" as "amount",
      cast(null as bigint) as "ticket_count"
    from
      "orders_facts"
    union all
    select
      cast(null as numeric) as "amount",
      "tickets_facts"."ticket_count" as "ticket_count"
    from
      "tickets_facts"
  ),
  "stitched" as (
    select
      cast(max("all_facts"."amount") as numeric) as "amount",
      max("all_facts"."ticket_count") as "ticket_count"
    from
      "all_facts" as "all_facts"
  )
select
  "stitched"."amount" as "amount",
  coalesce("stitched"."ticket_count", 0) as "ticket_count"
from
  "stitched" as "stitched"
limit
  10001
