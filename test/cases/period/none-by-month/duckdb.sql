with
  "instants_facts" as (
    select
      coalesce(
        cast(timezone('Europe/London', "instants"."moment") as date) - cast(day(cast(timezone('Europe/London', "instants"."moment") as date)) - 1 as integer),
        cast(timezone('Europe/London', "instants"."moment") as date)
      ) as "time",
      sum("instants"."id") as "instant_ids"
    from
      "instants" as "instants"
    group by
      1
  ),
  "days_facts" as (
    select
      coalesce(
        "days"."happened_on" - cast(day("days"."happened_on") - 1 as integer),
        "days"."happened_on"
      ) as "time",
      sum("days"."id") as "day_ids"
    from
      "days" as "days"
    group by
      1
  ),
  "all_facts" as (
    select
      "instants_facts"."time" as "time",
      "instants_facts"."instant_ids" as "instant_ids",
      cast(null as hugeint) as "day_ids"
    from
      "instants_facts"
    union all
    select
      "days_facts"."time" as "time",
      cast(null as hugeint) as "instant_ids",
      "days_facts"."day_ids" as "day_ids"
    from
      "days_facts"
  ),
  "stitched" as (
    select
      "all_facts"."time" as "time",
      max("all_facts"."instant_ids") as "instant_ids",
      max("all_facts"."day_ids") as "day_ids"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."time" as "time",
  "stitched"."instant_ids" as "instant_ids",
  "stitched"."day_ids" as "day_ids"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
