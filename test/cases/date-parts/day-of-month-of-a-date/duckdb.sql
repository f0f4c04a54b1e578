with
  "events_facts" as (
    select
      extract (
        day
        from
          "events"."day"
      ) as "time__day_of_month",
      sum("events"."id") as "day_ids"
    from
      "events" as "events"
    group by
      1
  )
select
  "events_facts"."time__day_of_month" as "time__day_of_month",
  "events_facts"."day_ids" as "day_ids"
from
  "events_facts" as "events_facts"
order by
  1 asc nulls last
limit
  10001
