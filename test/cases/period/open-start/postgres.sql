with
  "instants_facts" as (
    select
      cast(sum("instants"."id") as numeric) as "instant_ids"
    from
      "instants" as "instants"
    where
      ("instants"."moment" < cast('2024-06-30 23:00:00Z' as timestamptz))
  ),
  "days_facts" as (
    select
      cast(sum("days"."id") as numeric) as "day_ids"
    from
      "days" as "days"
    where
      ("days"."happened_on" < cast('2024-07-01' as date))
  ),
  "all_facts" as (
    select
      "instants_facts"."instant_ids" as "instant_ids",
      cast(null as numeric) as "day_ids"
    from
      "instants_facts"
    union all
    select
      cast(null as numeric) as "instant_ids",
      "days_facts"."day_ids" as "day_ids"
    from
      "days_facts"
  ),
  "stitched" as (
    select
      cast(max("all_facts"."instant_ids") as numeric) as "instant_ids",
      cast(max("all_facts"."day_ids") as numeric) as "day_ids"
    from
      "all_facts" as "all_facts"
  )
select
  "stitched"."instant_ids" as "instant_ids",
  "stitched"."day_ids" as "day_ids"
from
  "stitched" as "stitched"
limit
  10001
