with
  "events_facts" as (
    select
      cast(sum("events"."id") as numeric) as "day_ids"
    from
      "events" as "events"
    where
      (
        ("events"."day" >= cast('2024-03-01' as date))
        and ("events"."day" < cast('2024-04-01' as date))
      )
  )
select
  "events_facts"."day_ids" as "day_ids"
from
  "events_facts" as "events_facts"
limit
  10001
