with
  "shipments_facts" as (
    select
      (cast("origin__countries"."name" as text) collate "C") as "origin__countries__name",
      (cast("destination__countries"."name" as text) collate "C") as "destination__countries__name",
      cast(sum("shipments"."tons") as numeric) as "tons"
    from
      "shipments" as "shipments"
      left join "ports" as "origin" on "shipments"."from_port" = "origin"."port_id"
      left join "countries" as "origin__countries" on "origin"."country" = "origin__countries"."code"
      left join "ports" as "destination" on "shipments"."to_port" = "destination"."port_id"
      left join "countries" as "destination__countries" on "destination"."country" = "destination__countries"."code"
    group by
      1,
      2
  )
select
  "shipments_facts"."origin__countries__name" as "origin__countries__name",
  "shipments_facts"."destination__countries__name" as "destination__countries__name",
  "shipments_facts"."tons" as "tons"
from
  "shipments_facts" as "shipments_facts"
order by
  1 asc nulls last,
  2 asc nulls last
limit
  10001
