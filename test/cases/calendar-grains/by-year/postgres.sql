with
  "events_facts" as (
    select
      cast(date_trunc('year', timezone ('Europe/London', "events"."happened")) as date) as "time",
      cast(sum("events"."id") as numeric) as "ids"
    from
      "events" as "events"
    group by
      1
  ),
  "events_facts_2" as (
    select
      cast(date_trunc('year', "events"."wall") as date) as "time",
      cast(sum("events"."id") as numeric) as "wall_ids"
    from
      "events" as "events"
    group by
      1
  ),
  "events_facts_3" as (
    select
      cast(date_trunc('year', cast("events"."day" as timestamp)) as date) as "time",
      cast(sum("events"."id") as numeric) as "day_ids"
    from
      "events" as "events"
    group by
      1
  ),
  "all_facts" as (
    select
      "events_facts"."time" as "time",
      "events_facts"."ids" as "ids",
      cast(null as numeric) as "wall_ids",
      cast(null as numeric) as "day_ids"
    from
      "events_facts"
    union all
    select
      "events_facts_2"."time" as "time",
      cast(null as numeric) as "ids",
      "events_facts_2"."wall_ids" as "wall_ids",
      cast(null as numeric) as "day_ids"
    from
      "events_facts_2"
    union all
    select
      "events_facts_3"."time" as "time",
      cast(null as numeric) as "ids",
      cast(null as numeric) as "wall_ids",
      "events_facts_3"."day_ids" as "day_ids"
    from
      "events_facts_3"
  ),
  "stitched" as (
    select
      "all_facts"."time" as "time",
      cast(max("all_facts"."ids") as numeric) as "ids",
      cast(max("all_facts"."wall_ids") as numeric) as "wall_ids",
      cast(max("all_facts"."day_ids") as numeric) as "day_ids"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."time" as "time",
  "stitched"."ids" as "ids",
  "stitched"."wall_ids" as "wall_ids",
  "stitched"."day_ids" as "day_ids"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
