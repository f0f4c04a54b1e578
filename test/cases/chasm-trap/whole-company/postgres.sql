with
  "orders_facts" as (
    select
      sum(nullif("orders"."amount", 'NaN')) as "revenue"
    from
      "orders" as "orders"
  ),
  "tickets_facts" as (
    select
      cast(sum("tickets"."minutes") as numeric) as "ticket_minutes",
      count(*) as "revenue_per_ticket_2"
    from
      "tickets" as "tickets"
  ),
  "all_facts" as (
    select
      "orders_facts"."revenue" as "revenue",
      cast(null as numeric) as "ticket_minutes",
      cast(null as bigint) as "revenue_per_ticket_2"
    from
      "orders_facts"
    union all
    select
      cast(null as numeric(38, 2)) as "revenue",
      "tickets_facts"."ticket_minutes" as "ticket_minutes",
      "tickets_facts"."revenue_per_ticket_2" as "revenue_per_ticket_2"
    from
      "tickets_facts"
  ),
  "stitched" as (
    select
      max("all_facts"."revenue") as "revenue",
      cast(max("all_facts"."ticket_minutes") as numeric) as "ticket_minutes",
      max("all_facts"."revenue_per_ticket_2") as "revenue_per_ticket_2"
    from
      "all_facts" as "all_facts"
  )
select
  "stitched"."revenue" as "revenue",
  "stitched"."ticket_minutes" as "ticket_minutes",
  (
    cast(cast("stitched"."revenue" as double precision) as double precision) / nullif(
      cast(
        cast(coalesce("stitched"."revenue_per_ticket_2", 0) as double precision) as double precision
      ),
      0
    )
  ) as "revenue_per_ticket"
from
  "stitched" as "stitched"
limit
  10001
