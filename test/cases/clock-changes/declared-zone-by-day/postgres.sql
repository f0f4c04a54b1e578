with
  "events_facts" as (
    select
      cast(timezone ('Europe/London', timezone ('America/New_York', "events"."new_york")) as date) as "time",
      cast(sum("events"."id") as numeric) as "new_york_ids"
    from
      "events" as "events"
    group by
      1
  )
select
  "events_facts"."time" as "time",
  "events_facts"."new_york_ids" as "new_york_ids"
from
  "events_facts" as "events_facts"
order by
  1 asc nulls last
limit
  10001
