with
  "shipments_facts" as (
    select
      "origin"."town" as "origin__town",
      "destination"."town" as "destination__town",
      sum("shipments"."tons") as "tons",
      count(*) as "shipment_count"
    from
      "shipments" as "shipments"
      left join "ports" as "origin" on "shipments"."from_port" = "origin"."port_id"
      left join "ports" as "destination" on "shipments"."to_port" = "destination"."port_id"
    group by
      1,
      2
  )
select
  "shipments_facts"."origin__town" as "origin__town",
  "shipments_facts"."destination__town" as "destination__town",
  "shipments_facts"."tons" as "tons",
  coalesce("shipments_facts"."shipment_count", 0) as "shipment_count"
from
  "shipments_facts" as "shipments_facts"
order by
  1 asc nulls last,
  2 asc nulls last
limit
  10001
