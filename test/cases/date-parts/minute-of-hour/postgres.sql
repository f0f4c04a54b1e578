with
  "events_facts" as (
    select
      cast(
        floor(
          extract(
            minute
            from
              timezone ('Europe/London', "events"."happened")
          )
        ) as bigint
      ) as "time__minute_of_hour",
      cast(sum("events"."id") as numeric) as "ids"
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
