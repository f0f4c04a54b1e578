with
  "sales_facts" as (
    select
      cast(date_trunc('month', timezone ('Europe/London', "sales"."sold_at")) as date) as "time",
      cast(sum("sales"."amount") as numeric) as "sold"
    from
      "sales" as "sales"
    group by
      1
  ),
  "targets_facts" as (
    select
      cast(date_trunc('month', cast("targets"."day" as timestamp)) as date) as "time",
      cast(sum("targets"."amount") as numeric) as "target"
    from
      "targets" as "targets"
    group by
      1
  ),
  "footfall_facts" as (
    select
      cast(date_trunc('month', "footfall"."counted_at") as date) as "time",
      cast(sum("footfall"."people") as numeric) as "people"
    from
      "footfall" as "footfall"
    group by
      1
  ),
  "all_facts" as (
    select
      "sales_facts"."time" as "time",
      "sales_facts"."sold" as "sold",
      cast(null as numeric) as "target",
      cast(null as numeric) as "people"
    from
      "sales_facts"
    union all
    select
      "targets_facts"."time" as "time",
      cast(null as numeric) as "sold",
      "targets_facts"."target" as "target",
      cast(null as numeric) as "people"
    from
      "targets_facts"
    union all
    select
      "footfall_facts"."time" as "time",
      cast(null as numeric) as "sold",
      cast(null as numeric) as "target",
      "footfall_facts"."people" as "people"
    from
      "footfall_facts"
  ),
  "stitched" as (
    select
      "all_facts"."time" as "time",
      cast(max("all_facts"."sold") as numeric) as "sold",
      cast(max("all_facts"."target") as numeric) as "target",
      cast(max("all_facts"."people") as numeric) as "people"
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
  (
    cast(cast("stitched"."sold" as double precision) as double precision) / nullif(cast(cast("stitched"."target" as double precision) as double precision), 0)
  ) as "reached"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
