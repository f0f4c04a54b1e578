with
  "events_facts" as (
    select
      (
        cast(date_trunc('week', cast(("events"."day" + cast(1 as integer)) as timestamp)) as date) - cast(1 as integer)
      ) as "events__day",
      cast(sum("events"."id") as numeric) as "ids"
    from
      "events" as "events"
    group by
      1
  )
select
  "events_facts"."events__day" as "events__day",
  "events_facts"."ids" as "ids"
from
  "events_facts" as "events_facts"
order by
  1 asc nulls last
limit
  10001
