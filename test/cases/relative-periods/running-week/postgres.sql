with
  "events_facts" as (
    select
      cast(sum("events"."id") as numeric) as "ids"
    from
      "events" as "events"
    where
      (
        ("events"."happened" >= cast('2024-03-25 00:00:00Z' as timestamptz))
        and ("events"."happened" < cast('2024-03-31 22:30:00Z' as timestamptz))
      )
  )
select
  "events_facts"."ids" as "ids"
from
  "events_facts" as "events_facts"
limit
  10001
