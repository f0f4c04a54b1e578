with
  "events_facts" as (
    select
      timezone ('America/New_York', cast(date_trunc('hour', "events"."new_york") as timestamp)) as "time",
      cast(sum("events"."id") as numeric) as "new_york_ids"
    from
      "events" as "events"
    where
      (
        ("events"."new_york" >= cast('2024-10-26 19:00:00' as timestamp))
        and ("events"."new_york" < cast('2024-10-27 20:00:00' as timestamp))
      )
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
