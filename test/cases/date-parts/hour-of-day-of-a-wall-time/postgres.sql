with
  "events_facts" as (
    select
      cast(
        floor(
          extract(
            hour
            from
              "events"."wall"
          )
        ) as bigint
      ) as "events__wall__hour_of_day",
      cast(sum("events"."id") as numeric) as "wall_ids"
    from
      "events" as "events"
    group by
      1
  )
select
  "events_facts"."events__wall__hour_of_day" as "events__wall__hour_of_day",
  "events_facts"."wall_ids" as "wall_ids"
from
  "events_facts" as "events_facts"
order by
  1 asc nulls last
limit
  10001
