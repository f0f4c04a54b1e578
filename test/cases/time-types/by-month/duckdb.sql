with
  "sales_facts" as (
    select
      coalesce(
        cast(timezone('Europe/London', "sales"."sold_at") as date) - cast(day(cast(timezone('Europe/London', "sales"."sold_at") as date)) - 1 as integer),
        cast(timezone('Europe/London', "sales"."sold_at") as date)
      ) as "time",
      sum("sales"."amount") as "sold"
    from
      "sales" as "sales"
    group by
      1
  ),
  "targets_facts" as (
    select
      coalesce("targets"."day" - cast(day("targets"."day") - 1 as integer), "targets"."day") as "time",
      sum("targets"."amount") as "target"
    from
      "targets" as "targets"
    group by
      1
  ),
  "footfall_facts" as (
    select
      coalesce(
        cast("footfall"."counted_at" as date) - cast(day(cast("footfall"."counted_at" as date)) - 1 as integer),
        cast("footfall"."counted_at" as date)
      ) as "time",
      sum("footfall"."people") as "people"
    from
      "footfall" as "footfall"
    group by
      1
  ),
  "all_facts" as (
    select
      "sales_facts"."time" as "time",
      "sales_facts"."sold" as "sold",
      cast(null as hugeint) as "target",
      cast(null as hugeint) as "people"
    from
      "sales_facts"
    union all
    select
      "targets_facts"."time" as "time",
      cast(null as hugeint) as "sold",
      "targets_facts"."target" as "target",
      cast(null as hugeint) as "people"
    from
      "targets_facts"
    union all
    select
      "footfall_facts"."time" as "time",
      cast(null as hugeint) as "sold",
      cast(null as hugeint) as "target",
      "footfall_facts"."people" as "people"
    from
      "footfall_facts"
  ),
  "stitched" as (
    select
      "all_facts"."time" as "time",
      max("all_facts"."sold") as "sold",
      max("all_facts"."target") as "target",
      max("all_facts"."people") as "people"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."time" as "time",
  "stitched"."sold" as "sold",
  "stitched"."target" as "target",
  "stitched"."people" as "people",
  (cast("stitched"."sold" as double) / nullif(cast("stitched"."target" as double), 0)) as "reached"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
