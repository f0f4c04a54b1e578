with
  "instants_facts" as (
    select
      cast(date_trunc('month', timezone ('Europe/London', "instants"."moment")) as date) as "time",
      cast(sum("instants"."id") as numeric) as "instant_ids"
    from
      "instants" as "instants"
    group by
      1
  ),
  "days_facts" as (
    select
      cast(date_trunc('month', cast("days"."happened_on" as timestamp)) as date) as "time",
      cast(sum("days"."id") as numeric) as "day_ids"
    from
      "days" as "days"
    group by
      1
  ),
  "all_facts" as (
    select
      "instants_facts"."time" as "time",
      "instants_facts"."instant_ids" as "instant_ids",
      cast(null as numeric) as "day_ids"
    from
      "instants_facts"
    union all
    select
      "days_facts"."time" as "time",
      cast(null as numeric) as "instant_ids",
      "days_facts"."day_ids" as "day_ids"
    from
      "days_facts"
  ),
  "stitched" as (
    select
      "all_facts"."time" as "time",
      cast(max("all_facts"."instant_ids") as numeric) as "instant_ids",
      cast(max("all_facts"."day_ids") as numeric) as "day_ids"
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
