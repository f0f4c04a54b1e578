with
  "orders_facts" as (
    select
      (cast("customers"."name" as text) collate "C") as "customers__name",
      sum(nullif("orders"."amount", 'NaN')) as "revenue",
      count(*) as "order_count"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    group by
      1
  ),
  "tickets_facts" as (
    select
      (cast("customers"."name" as text) collate "C") as "customers__name",
      cast(sum("tickets"."minutes") as numeric) as "ticket_minutes",
      count(*) as "ticket_count"
    from
      "tickets" as "tickets"
      left join "customers" as "customers" on "tickets"."customer_id" = "customers"."customer_id"
    group by
      1
  ),
  "all_facts" as (
    select
      "orders_facts"."customers__name" as "customers__name",
      "orders_facts"."revenue" as "revenue",
      "orders_facts"."order_count" as "order_count",
      cast(null as numeric) as "ticket_minutes",
      cast(null as bigint) as "ticket_count"
    from
      "orders_facts"
    union all
    select
      "tickets_facts"."customers__name" as "customers__name",
      cast(null as numeric(38, 2)) as "revenue",
      cast(null as bigint) as "order_count",
      "tickets_facts"."ticket_minutes" as "ticket_minutes",
      "tickets_facts"."ticket_count" as "ticket_count"
    from
      "tickets_facts"
  ),
  "stitched" as (
    select
      "all_facts"."customers__name" as "customers__name",
      max("all_facts"."revenue") as "revenue",
      max("all_facts"."order_count") as "order_count",
      cast(max("all_facts"."ticket_minutes") as numeric) as "ticket_minutes",
      max("all_facts"."ticket_count") as "ticket_count"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."customers__name" as "customers__name",
  "stitched"."revenue" as "revenue",
  coalesce("stitched"."order_count", 0) as "order_count",
  "stitched"."ticket_minutes" as "ticket_minutes",
  coalesce("stitched"."ticket_count", 0) as "ticket_count"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
