with
  "events_facts" as (
    select
      "events"."happened" as "events__happened",
      "events"."wall" as "events__wall",
      cast(sum("events"."id") as numeric) as "ids"
    from
      "events" as "events"
    where
      ("events"."id" in (8, 512))
    group by
      1,
      2
  )
select
  "events_facts"."events__happened" as "events__happened",
  "events_facts"."events__wall" as "events__wall",
  "events_facts"."ids" as "ids"
from
  "events_facts" as "events_facts"
order by
  1 asc nulls last,
  2 asc nulls last
limit
  10001
