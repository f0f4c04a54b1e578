with
  "events_facts" as (
    select
      cast(date_trunc('month', cast("events"."day" as timestamp)) as date) as "time",
      cast(date_trunc('quarter', timezone ('Europe/London', "events"."happened")) as date) as "events__happened",
      cast(sum("events"."id") as numeric) as "day_ids"
    from
      "events" as "events"
    where
      (
        ("events"."day" >= cast('2024-06-01' as date))
        and ("events"."day" < cast('2025-01-01' as date))
      )
    group by
      1,
      2
  )
select
  "events_facts"."time" as "time",
  "events_facts"."events__happened" as "events__happened",
  "events_facts"."day_ids" as "day_ids"
from
  "events_facts" as "events_facts"
order by
  1 asc nulls last,
  2 asc nulls last
limit
  10001
