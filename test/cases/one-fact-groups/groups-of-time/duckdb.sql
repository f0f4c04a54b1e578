with
  "sales_facts" as (
    select
      coalesce("sales"."sold_on" - cast(day("sales"."sold_on") - 1 as integer), "sales"."sold_on") as "time",
      sum("sales"."units") as "units"
    from
      "sales" as "sales"
    group by
      1
  ),
  "complaints_facts" as (
    select
      coalesce(
        "complaints"."raised_on" - cast(day("complaints"."raised_on") - 1 as integer),
        "complaints"."raised_on"
      ) as "time",
      count(*) as "complaint_count"
    from
      "complaints" as "complaints"
    group by
      1
  ),
  "all_facts" as (
    select
      "sales_facts"."time" as "time",
      "sales_facts"."units" as "units",
      cast(null as bigint) as "complaint_count"
    from
      "sales_facts"
    union all
    select
      "complaints_facts"."time" as "time",
      cast(null as hugeint) as "units",
      "complaints_facts"."complaint_count" as "complaint_count"
    from
      "complaints_facts"
  ),
  "stitched" as (
    select
      "all_facts"."time" as "time",
      max("all_facts"."units") as "units",
      max("all_facts"."complaint_count") as "complaint_count"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."time" as "time",
  "stitched"."units" as "units",
  coalesce("stitched"."complaint_count", 0) as "complaint_count"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
