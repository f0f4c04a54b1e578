with
  "events_facts" as (
    select
      "events"."happened" as "events__happened",
      cast(sum("events"."id") as numeric) as "ids"
    from
      "events" as "events"
    where
      ("events"."id" in (256, 512))
    group by
      1
  )
select
  "events_facts"."events__happened" as "events__happened",
  "events_facts"."ids" as "ids"
from
  "events_facts" as "events_facts"
order by
  1 asc nulls last
limit
  10001
