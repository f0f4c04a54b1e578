with
  "events_facts" as (
    select
      cast(
        floor(
          extract(
            week
            from
              timezone ('Europe/London', "events"."happened")
          )
        ) as bigint
      ) as "time__week_of_year",
      cast(sum("events"."id") as numeric) as "ids"
    from
      "events" as "events"
    group by
      1
  )
select
  "events_facts"."time__week_of_year" as "time__week_of_year",
  "events_facts"."ids" as "ids"
from
  "events_facts" as "events_facts"
order by
  1 asc nulls last
limit
  10001
