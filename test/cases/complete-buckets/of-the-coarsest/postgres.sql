with
  "events_facts" as (
    select
      cast(timezone ('Europe/London', "events"."happened") as date) as "time__day",
      cast(date_trunc('month', timezone ('Europe/London', "events"."happened")) as date) as "time__month",
      cast(sum("events"."id") as numeric) as "ids"
    from
      "events" as "events"
    where
      (
        ("events"."happened" >= cast('2024-02-01 00:00:00Z' as timestamptz))
        and ("events"."happened" < cast('2024-03-01 00:00:00Z' as timestamptz))
      )
    group by
      1,
      2
  )
select
  "events_facts"."time__day" as "time__day",
  "events_facts"."time__month" as "time__month",
  "events_facts"."ids" as "ids"
from
  "events_facts" as "events_facts"
order by
  1 asc nulls last,
  2 asc nulls last
limit
  10001
