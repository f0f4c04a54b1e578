with
  "containers_facts" as (
    select
      (cast("shipments__origin__countries"."continent" as text) collate "C") as "origin__countries__continent",
      cast(sum("containers"."weight") as numeric) as "container_weight"
    from
      "containers" as "containers"
      left join "shipments" as "shipments" on "containers"."shipment_id" = "shipments"."shipment_id"
      left join "ports" as "shipments__origin" on "shipments"."from_port" = "shipments__origin"."port_id"
      left join "countries" as "shipments__origin__countries" on "shipments__origin"."country" = "shipments__origin__countries"."code"
    group by
      1
  ),
  "shipments_facts" as (
    select
      (cast("origin__countries"."continent" as text) collate "C") as "origin__countries__continent",
      cast(sum("shipments"."tons") as numeric) as "tons"
    from
      "shipments" as "shipments"
      left join "ports" as "origin" on "shipments"."from_port" = "origin"."port_id"
      left join "countries" as "origin__countries" on "origin"."country" = "origin__countries"."code"
    group by
      1
  ),
  "all_facts" as (
    select
      "containers_facts"."origin__countries__continent" as "origin__countries__continent",
      "containers_facts"."container_weight" as "container_weight",
      cast(null as numeric) as "tons"
    from
      "containers_facts"
    union all
    select
      "shipments_facts"."origin__countries__continent" as "origin__countries__continent",
      cast(null as numeric) as "container_weight",
      "shipments_facts"."tons" as "tons"
    from
      "shipments_facts"
  ),
  "stitched" as (
    select
      "all_facts"."origin__countries__continent" as "origin__countries__continent",
      cast(max("all_facts"."container_weight") as numeric) as "container_weight",
      cast(max("all_facts"."tons") as numeric) as "tons"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."origin__countries__continent" as "origin__countries__continent",
  "stitched"."container_weight" as "container_weight",
  "stitched"."tons" as "tons"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
