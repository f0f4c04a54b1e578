with
  "orders_facts" as (
    select
      (cast("customers"."name" as text) collate "C") as "customers__name",
      sum(nullif("orders"."amount", 'NaN')) as "revenue_per_ticket_1"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    group by
      1
  ),
  "tickets_facts" as (
    select
      (cast("customers"."name" as text) collate "C") as "customers__name",
      count(*) as "revenue_per_ticket_2"
    from
      "tickets" as "tickets"
      left join "customers" as "customers" on "tickets"."customer_id" = "customers"."customer_id"
    group by
      1
  ),
  "all_facts" as (
    select
      "orders_facts"."customers__name" as "customers__name",
      "orders_facts"."revenue_per_ticket_1" as "revenue_per_ticket_1",
      cast(null as bigint) as "revenue_per_ticket_2"
    from
      "orders_facts"
    union all
    select
      "tickets_facts"."customers__name" as "customers__name",
      cast(null as numeric(38, 2)) as "revenue_per_ticket_1",
      "tickets_facts"."revenue_per_ticket_2" as "revenue_per_ticket_2"
    from
      "tickets_facts"
  ),
  "stitched" as (
    select
      "all_facts"."customers__name" as "customers__name",
      max("all_facts"."revenue_per_ticket_1") as "revenue_per_ticket_1",
      max("all_facts"."revenue_per_ticket_2") as "revenue_per_ticket_2"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."customers__name" as "customers__name",
  (
    cast(cast("stitched"."revenue_per_ticket_1" as double precision) as double precision) / nullif(
      cast(
        cast(coalesce("stitched"."revenue_per_ticket_2", 0) as double precision) as double precision
      ),
      0
    )
  ) as "revenue_per_ticket"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
