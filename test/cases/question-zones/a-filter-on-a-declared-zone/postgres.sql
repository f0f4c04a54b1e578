with
  "events_facts" as (
    select
      cast(sum("events"."id") as numeric) as "ids"
    from
      "events" as "events"
    where
      (
        ("events"."tokyo" >= cast('2024-11-03 13:00:00' as timestamp))
        and ("events"."tokyo" < cast('2024-11-04 14:00:00' as timestamp))
      )
  )
select
  "events_facts"."ids" as "ids"
from
  "events_facts" as "events_facts"
limit
  10001
