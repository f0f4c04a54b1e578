with
  "shipments_facts" as (
    select
      sum("shipments"."tons") as "tons",
      count(*) as "shipment_count"
    from
      "shipments" as "shipments"
      left join "ports" as "origin" on "shipments"."from_port" = "origin"."port_id"
      left join "countries" as "origin__countries" on "origin"."country" = "origin__countries"."code"
      left join "ports" as "destination" on "shipments"."to_port" = "destination"."port_id"
      left join "countries" as "destination__countries" on "destination"."country" = "destination__countries"."code"
    where
      (
        ("origin__countries"."name" = 'Britain')
        and (
          (not ("destination__countries"."name" = 'France'))
          or ("destination__countries"."name" is null)
        )
      )
  )
select
  "shipments_facts"."tons" as "tons",
  coalesce("shipments_facts"."shipment_count", 0) as "shipment_count"
from
  "shipments_facts" as "shipments_facts"
limit
  10001
