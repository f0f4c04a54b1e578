with
  "events_facts" as (
    select
      cast(
        floor(
          extract(
            quarter
            from
              cast("events"."day" as timestamp)
          )
        ) as bigint
      ) as "time__quarter_of_year",
      cast(sum("events"."id") as numeric) as "day_ids"
    from
      "events" as "events"
    group by
      1
  )
select
  "events_facts"."time__quarter_of_year" as "time__quarter_of_year",
  "events_facts"."day_ids" as "day_ids"
from
  "events_facts" as "events_facts"
order by
  1 asc nulls last
limit
  10001
