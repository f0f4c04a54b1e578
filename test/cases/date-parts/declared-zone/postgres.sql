with
  "events_facts" as (
    select
      cast(
        floor(
          extract(
            hour
            from
              timezone ('Europe/London', timezone ('America/New_York', "events"."new_york"))
          )
        ) as bigint
      ) as "time__hour_of_day",
      cast(sum("events"."id") as numeric) as "new_york_ids"
    from
      "events" as "events"
    group by
      1
  )
select
  "events_facts"."time__hour_of_day" as "time__hour_of_day",
  "events_facts"."new_york_ids" as "new_york_ids"
from
  "events_facts" as "events_facts"
order by
  1 asc nulls last
limit
  10001
