with
  "shipments_facts" as (
    select
      "destination"."town" as "destination__town",
      sum("shipments"."tons") as "tons"
    from
      "shipments" as "shipments"
      left join "ports" as "origin" on "shipments"."from_port" = "origin"."port_id"
      left join "countries" as "origin__countries" on "origin"."country" = "origin__countries"."code"
      left join "ports" as "destination" on "shipments"."to_port" = "destination"."port_id"
    where
      ("origin__countries"."continent" = 'Europe')
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
