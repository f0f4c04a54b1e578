with
  "shipments_facts" as (
    select
      (cast("destination"."town" as text) collate "C") as "destination__town",
      cast(sum("shipments"."tons") as numeric) as "tons"
    from
      "shipments" as "shipments"
      left join "ports" as "origin" on "shipments"."from_port" = "origin"."port_id"
      left join "countries" as "origin__countries" on "origin"."country" = "origin__countries"."code"
      left join "ports" as "destination" on "shipments"."to_port" = "destination"."port_id"
    where
      (
        (cast("origin__countries"."continent" as text) collate "C") = (cast('Europe' as text) collate "C")
      )
    group by
      1
  )
select
  "shipments_facts"."destination__town" as "destination__town",
  "shipments_facts"."tons" as "tons"
from
  "shipments_facts" as "shipments_facts"
order by
  1 asc nulls last
limit
  10001
