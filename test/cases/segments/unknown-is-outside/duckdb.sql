with
  "not_vips" as (
    select
      "customers"."customer_id" as "key_1"
    from
      "customers" as "customers"
    where
      (
        (not "customers"."vip")
        and ("customers"."customer_id" is not null)
      )
  ),
  "orders_facts" as (
    select
      "customers"."region" as "customers__region",
      sum("orders"."amount") as "amount"
    from
      "orders" as "orders"
      left join "not_vips" as "customers__not_vips" on "orders"."customer_id" = "customers__not_vips"."key_1"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    where
      ("customers__not_vips"."key_1" is not null)
    group by
      1
  ),
  "tickets_facts" as (
    select
      "customers"."region" as "customers__region",
      count(*) as "ticket_count"
    from
      "tickets" as "tickets"
      left join "not_vips" as "customers__not_vips" on "tickets"."customer_id" = "customers__not_vips"."key_1"
      left join "customers" as "customers" on "tickets"."customer_id" = "customers"."customer_id"
    where
      ("customers__not_vips"."key_1" is not null)
    group by
      1
  ),
  "all_facts" as (
    select
      "orders_facts"."customers__region" as "customers__region",
      "orders_facts"."amount" as "amount",
      cast(null as bigint) as "ticket_count"
    from
      "orders_facts"
    union all
    select
      "tickets_facts"."customers__region" as "customers__region",
      cast(null as hugeint) as "amount",
      "tickets_facts"."ticket_count" as "ticket_count"
    from
      "tickets_facts"
  ),
  "stitched" as (
    select
      "all_facts"."customers__region" as "customers__region",
      max("all_facts"."amount") as "amount",
      max("all_facts"."ticket_count") as "ticket_count"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."customers__region" as "customers__region",
  "stitched"."amount" as "amount",
  coalesce("stitched"."ticket_count", 0) as "ticket_count"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
