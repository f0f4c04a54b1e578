with
  "events_facts" as (
    select
      cast(
        floor(
          extract(
            isodow
            from
              timezone ('Europe/London', "events"."happened")
          )
        ) as bigint
      ) as "time__day_of_week",
      cast(
        floor(
          extract(
            hour
            from
              timezone ('Europe/London', "events"."happened")
          )
        ) as bigint
      ) as "time__hour_of_day",
      cast(sum("events"."id") as numeric) as "ids"
    from
      "events" as "events"
    group by
      1,
      2
  )
select
  "events_facts"."time__day_of_week" as "time__day_of_week",
  "events_facts"."time__hour_of_day" as "time__hour_of_day",
  "events_facts"."ids" as "ids"
from
  "events_facts" as "events_facts"
order by
  1 asc nulls last,
  2 asc nulls last
limit
  10001
