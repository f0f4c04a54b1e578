with
  "containers_facts" as (
    select
      (cast("shipments__origin"."town" as text) collate "C") as "origin__town",
      cast(sum("containers"."weight") as numeric) as "container_weight"
    from
      "containers" as "containers"
      left join "shipments" as "shipments" on "containers"."shipment_id" = "shipments"."shipment_id"
      left join "ports" as "shipments__origin" on "shipments"."from_port" = "shipments__origin"."port_id"
    group by
      1
  )
select
  "containers_facts"."origin__town" as "origin__town",
  "containers_facts"."container_weight" as "container_weight"
from
  "containers_facts" as "containers_facts"
order by
  1 asc nulls last
limit
  10001
