with
  "events_facts" as (
    select
      cast("events"."day" as date) as "time",
      cast(sum("events"."id") as numeric) as "day_ids"
    from
      "events" as "events"
    where
      (
        ("events"."day" >= cast('2024-03-11' as date))
        and ("events"."day" < cast('2024-03-12' as date))
      )
    group by
      1
  )
select
  "events_facts"."time" as "time",
  "events_facts"."day_ids" as "day_ids"
from
  "events_facts" as "events_facts"
order by
  1 asc nulls last
limit
  10001
