with
  "events_facts" as (
    select
      timezone ('Europe/London', cast(date_trunc('hour', "events"."wall") as timestamp)) as "time",
      cast(sum("events"."id") as numeric) as "wall_ids"
    from
      "events" as "events"
    where
      (
        ("events"."wall" >= cast('2024-10-27 00:00:00' as timestamp))
        and ("events"."wall" < cast('2024-10-28 00:00:00' as timestamp))
      )
    group by
      1
  )
select
  "events_facts"."time" as "time",
  "events_facts"."wall_ids" as "wall_ids"
from
  "events_facts" as "events_facts"
order by
  1 asc nulls last
limit
  10001
