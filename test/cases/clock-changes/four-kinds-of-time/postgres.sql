with
  "events_facts" as (
    select
      cast(timezone ('Europe/London', "events"."happened") as date) as "time",
      cast(sum("events"."id") as numeric) as "ids"
    from
      "events" as "events"
    where
      (
        ("events"."happened" >= cast('2024-03-31 00:00:00Z' as timestamptz))
        and ("events"."happened" < cast('2024-03-31 23:00:00Z' as timestamptz))
      )
    group by
      1
  ),
  "events_facts_2" as (
    select
      cast("events"."wall" as date) as "time",
      cast(sum("events"."id") as numeric) as "wall_ids"
    from
      "events" as "events"
    where
      (
        ("events"."wall" >= cast('2024-03-31 00:00:00' as timestamp))
        and ("events"."wall" < cast('2024-04-01 00:00:00' as timestamp))
      )
    group by
      1
  ),
  "events_facts_3" as (
    select
      cast(timezone ('Europe/London', timezone ('America/New_York', "events"."new_york")) as date) as "time",
      cast(sum("events"."id") as numeric) as "new_york_ids"
    from
      "events" as "events"
    where
      (
        ("events"."new_york" >= cast('2024-03-30 20:00:00' as timestamp))
        and ("events"."new_york" < cast('2024-03-31 19:00:00' as timestamp))
      )
    group by
      1
  ),
  "events_facts_4" as (
    select
      cast("events"."day" as date) as "time",
      cast(sum("events"."id") as numeric) as "day_ids"
    from
      "events" as "events"
    where
      (
        ("events"."day" >= cast('2024-03-31' as date))
        and ("events"."day" < cast('2024-04-01' as date))
      )
    group by
      1
  ),
  "all_facts" as (
    select
      "events_facts"."time" as "time",
      "events_facts"."ids" as "ids",
      cast(null as numeric) as "wall_ids",
      cast(null as numeric) as "new_york_ids",
      cast(null as numeric) as "day_ids"
    from
      "events_facts"
    union all
    select
      "events_facts_2"."time" as "time",
      cast(null as numeric) as "ids",
      "events_facts_2"."wall_ids" as "wall_ids",
      cast(null as numeric) as "new_york_ids",
      cast(null as numeric) as "day_ids"
    from
      "events_facts_2"
    union all
    select
      "events_facts_3"."time" as "time",
      cast(null as numeric) as "ids",
      cast(null as numeric) as "wall_ids",
      "events_facts_3"."new_york_ids" as "new_york_ids",
      cast(null as numeric) as "day_ids"
    from
      "events_facts_3"
    union all
    select
      "events_facts_4"."time" as "time",
      cast(null as numeric) as "ids",
      cast(null as numeric) as "wall_ids",
      cast(null as numeric) as "new_york_ids",
      "events_facts_4"."day_ids" as "day_ids"
    from
      "events_facts_4"
  ),
  "stitched" as (
    select
      "all_facts"."time" as "time",
      cast(max("all_facts"."ids") as numeric) as "ids",
      cast(max("all_facts"."wall_ids") as numeric) as "wall_ids",
      cast(max("all_facts"."new_york_ids") as numeric) as "new_york_ids",
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
  "stitched"."new_york_ids" as "new_york_ids",
  "stitched"."day_ids" as "day_ids"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
