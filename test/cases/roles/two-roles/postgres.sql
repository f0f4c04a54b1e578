with
  "shipments_facts" as (
    select
      (cast("origin"."town" as text) collate "C") as "origin__town",
      (cast("destination"."town" as text) collate "C") as "destination__town",
      cast(sum("shipments"."tons") as numeric) as "tons",
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
