with
  "shipments_facts" as (
    select
      cast(sum("shipments"."tons") as numeric) as "tons",
      count(*) as "shipment_count"
    from
      "shipments" as "shipments"
      left join "ports" as "origin" on "shipments"."from_port" = "origin"."port_id"
      left join "countries" as "origin__countries" on "origin"."country" = "origin__countries"."code"
      left join "ports" as "destination" on "shipments"."to_port" = "destination"."port_id"
      left join "countries" as "destination__countries" on "destination"."country" = "destination__countries"."code"
    where
      (
        (
          (cast("origin__countries"."name" as text) collate "C") = (cast('Britain' as text) collate "C")
        )
        and (
          (
            not (
              (cast("destination__countries"."name" as text) collate "C") = (cast('France' as text) collate "C")
            )
          )
          or ((cast("destination__countries"."name" as text) collate "C") is null)
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
