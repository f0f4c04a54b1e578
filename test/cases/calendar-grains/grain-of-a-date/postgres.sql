with
  "events_facts" as (
    select
      cast(date_trunc('month', cast("events"."day" as timestamp)) as date) as "month",
      "events"."day" as "events__day",
      cast(sum("events"."id") as numeric) as "ids"
    from
      "events" as "events"
    where
      ("events"."day" < cast('2024-02-01' as date))
    group by
      1,
      2
  )
select
  "events_facts"."month" as "month",
  "events_facts"."events__day" as "events__day",
  "events_facts"."ids" as "ids"
from
  "events_facts" as "events_facts"
order by
  1 asc nulls last,
  2 asc nulls last
limit
  10001
