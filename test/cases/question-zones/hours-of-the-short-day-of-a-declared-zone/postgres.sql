with
  "events_facts" as (
    select
      timezone ('Asia/Tokyo', cast(date_trunc('hour', "events"."tokyo") as timestamp)) as "time",
      cast(sum("events"."id") as numeric) as "tokyo_ids"
    from
      "events" as "events"
    where
      (
        ("events"."tokyo" >= cast('2024-03-09 14:00:00' as timestamp))
        and ("events"."tokyo" < cast('2024-03-12 13:00:00' as timestamp))
      )
    group by
      1
  )
select
  "events_facts"."time" as "time",
  "events_facts"."tokyo_ids" as "tokyo_ids"
from
  "events_facts" as "events_facts"
order by
  1 asc nulls last
limit
  10001
