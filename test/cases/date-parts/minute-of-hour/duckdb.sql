with
  "events_facts" as (
    select
      extract (
        minute
        from
          timezone('Europe/London', "events"."happened")
      ) as "time__minute_of_hour",
      sum("events"."id") as "ids"
    from
      "events" as "events"
    group by
      1
  )
select
  "events_facts"."time__minute_of_hour" as "time__minute_of_hour",
  "events_facts"."ids" as "ids"
from
  "events_facts" as "events_facts"
order by
  1 asc nulls last
limit
  10001
