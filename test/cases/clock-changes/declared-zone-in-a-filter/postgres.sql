with
  "events_facts" as (
    select
      cast(sum("events"."id") as numeric) as "ids"
    from
      "events" as "events"
    where
      (
        (
          ("events"."new_york" >= cast('2024-03-30 20:00:00' as timestamp))
          and ("events"."new_york" < cast('2024-03-31 19:00:00' as timestamp))
        )
        or (
          ("events"."new_york" >= cast('2024-10-26 19:00:00' as timestamp))
          and ("events"."new_york" < cast('2024-10-27 20:00:00' as timestamp))
        )
      )
  )
select
  "events_facts"."ids" as "ids"
from
  "events_facts" as "events_facts"
limit
  10001
