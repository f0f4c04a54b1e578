with
  "tickets_facts" as (
    select
      (cast("customers"."region" as text) collate "C") as "customers__region",
      cast(sum("tickets"."minutes") as numeric) as "ticket_minutes"
    from
      "tickets" as "tickets"
      left join "customers" as "customers" on "tickets"."customer_id" = "customers"."customer_id"
    group by
      1
  ),
  "orders_facts" as (
    select
      (cast("customers"."region" as text) collate "C") as "customers__region",
      sum(nullif("orders"."amount", 'NaN')) as "revenue"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    group by
      1
  ),
  "all_facts" as (
    select
      "tickets_facts"."customers__region" as "customers__region",
      "tickets_facts"."ticket_minutes" as "ticket_minutes",
      cast(null as numeric(38, 2)) as "revenue"
    from
      "tickets_facts"
    union all
    select
      "orders_facts"."customers__region" as "customers__region",
      cast(null as numeric) as "ticket_minutes",
      "orders_facts"."revenue" as "revenue"
    from
      "orders_facts"
  ),
  "stitched" as (
    select
      "all_facts"."customers__region" as "customers__region",
      cast(max("all_facts"."ticket_minutes") as numeric) as "ticket_minutes",
      max("all_facts"."revenue") as "revenue"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."customers__region" as "customers__region",
  "stitched"."ticket_minutes" as "ticket_minutes",
  "stitched"."revenue" as "revenue"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
