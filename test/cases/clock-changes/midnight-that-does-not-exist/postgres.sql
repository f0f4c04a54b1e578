with
  "events_facts" as (
    select
      cast(timezone ('Asia/Beirut', "events"."happened") as date) as "time",
      cast(sum("events"."id") as numeric) as "ids"
    from
      "events" as "events"
    where
      (
        ("events"."happened" >= cast('2024-03-30 22:00:00Z' as timestamptz))
        and ("events"."happened" < cast('2024-03-31 21:00:00Z' as timestamptz))
      )
    group by
      1
  )
select
  "events_facts"."time" as "time",
  "events_facts"."ids" as "ids"
from
  "events_facts" as "events_facts"
order by
  1 asc nulls last
limit
  10001
