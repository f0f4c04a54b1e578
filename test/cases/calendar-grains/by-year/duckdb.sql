with
  "events_facts" as (
    select
      coalesce(
        cast(timezone('Europe/London', "events"."happened") as date) - cast(dayofyear(cast(timezone('Europe/London', "events"."happened") as date)) - 1 as integer),
        cast(timezone('Europe/London', "events"."happened") as date)
      ) as "time",
      sum("events"."id") as "ids"
    from
      "events" as "events"
    group by
      1
  ),
  "events_facts_2" as (
    select
      coalesce(
        cast("events"."wall" as date) - cast(dayofyear(cast("events"."wall" as date)) - 1 as integer),
        cast("events"."wall" as date)
      ) as "time",
      sum("events"."id") as "wall_ids"
    from
      "events" as "events"
    group by
      1
  ),
  "events_facts_3" as (
    select
      coalesce("events"."day" - cast(dayofyear("events"."day") - 1 as integer), "events"."day") as "time",
      sum("events"."id") as "day_ids"
    from
      "events" as "events"
    group by
      1
  ),
  "all_facts" as (
    select
      "events_facts"."time" as "time",
      "events_facts"."ids" as "ids",
      cast(null as hugeint) as "wall_ids",
      cast(null as hugeint) as "day_ids"
    from
      "events_facts"
    union all
    select
      "events_facts_2"."time" as "time",
      cast(null as hugeint) as "ids",
      "events_facts_2"."wall_ids" as "wall_ids",
      cast(null as hugeint) as "day_ids"
    from
      "events_facts_2"
    union all
    select
      "events_facts_3"."time" as "time",
      cast(null as hugeint) as "ids",
      cast(null as hugeint) as "wall_ids",
      "events_facts_3"."day_ids" as "day_ids"
    from
      "events_facts_3"
  ),
  "stitched" as (
    select
      "all_facts"."time" as "time",
      max("all_facts"."ids") as "ids",
      max("all_facts"."wall_ids") as "wall_ids",
      max("all_facts"."day_ids") as "day_ids"
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
