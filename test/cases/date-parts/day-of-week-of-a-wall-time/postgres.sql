with
  "events_facts" as (
    select
      cast(
        floor(
          extract(
            isodow
            from
              "events"."wall"
          )
        ) as bigint
      ) as "events__wall__day_of_week",
      cast(sum("events"."id") as numeric) as "wall_ids"
    from
      "events" as "events"
    group by
      1
  )
select
  "events_facts"."events__wall__day_of_week" as "events__wall__day_of_week",
  "events_facts"."wall_ids" as "wall_ids"
from
  "events_facts" as "events_facts"
order by
  1 asc nulls last
limit
  10001
