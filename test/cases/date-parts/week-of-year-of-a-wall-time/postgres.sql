with
  "events_facts" as (
    select
      cast(
        floor(
          extract(
            week
            from
              "events"."wall"
          )
        ) as bigint
      ) as "events__wall__week_of_year",
      cast(sum("events"."id") as numeric) as "wall_ids"
    from
      "events" as "events"
    group by
      1
  )
select
  "events_facts"."events__wall__week_of_year" as "events__wall__week_of_year",
  "events_facts"."wall_ids" as "wall_ids"
from
  "events_facts" as "events_facts"
order by
  1 asc nulls last
limit
  10001
