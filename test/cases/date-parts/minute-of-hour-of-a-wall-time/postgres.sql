with
  "events_facts" as (
    select
      cast(
        floor(
          extract(
            minute
            from
              "events"."wall"
          )
        ) as bigint
      ) as "events__wall__minute_of_hour",
      cast(sum("events"."id") as numeric) as "wall_ids"
    from
      "events" as "events"
    group by
      1
  )
select
  "events_facts"."events__wall__minute_of_hour" as "events__wall__minute_of_hour",
  "events_facts"."wall_ids" as "wall_ids"
from
  "events_facts" as "events_facts"
order by
  1 asc nulls last
limit
  10001
