with
  "shipments_facts" as (
    select
      (cast("origin"."town" as text) collate "C") as "origin__town",
      cast(sum("shipments"."tons") as numeric) as "domestic_tons"
    from
      "shipments" as "shipments"
      left join "ports" as "origin" on "shipments"."from_port" = "origin"."port_id"
      left join "ports" as "destination" on "shipments"."to_port" = "destination"."port_id"
    where
      (
        (cast("origin"."country" as text) collate "C") = (cast("destination"."country" as text) collate "C")
      )
    group by
      1
  )
select
  "shipments_facts"."origin__town" as "origin__town",
  "shipments_facts"."domestic_tons" as "domestic_tons"
from
  "shipments_facts" as "shipments_facts"
order by
  1 asc nulls last
limit
  10001
