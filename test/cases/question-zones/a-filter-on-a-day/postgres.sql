with
  "events_facts" as (
    select
      cast(sum("events"."id") as numeric) as "ids",
      cast(sum("events"."id") as numeric) as "tokyo_ids"
    from
      "events" as "events"
    where
      (
        ("events"."happened" >= cast('2024-03-10 05:00:00Z' as timestamptz))
        and ("events"."happened" < cast('2024-03-11 04:00:00Z' as timestamptz))
      )
  )
select
  "events_facts"."ids" as "ids",
  "events_facts"."tokyo_ids" as "tokyo_ids"
from
  "events_facts" as "events_facts"
limit
  10001
