with
  "sales_facts" as (
    select
      cast(date_trunc('month', cast("sales"."sold_on" as timestamp)) as date) as "time",
      cast(sum("sales"."units") as numeric) as "units"
    from
      "sales" as "sales"
    group by
      1
  ),
  "complaints_facts" as (
    select
      cast(date_trunc('month', cast("complaints"."raised_on" as timestamp)) as date) as "time",
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
      cast(null as numeric) as "units",
      "complaints_facts"."complaint_count" as "complaint_count"
    from
      "complaints_facts"
  ),
  "stitched" as (
    select
      "all_facts"."time" as "time",
      cast(max("all_facts"."units") as numeric) as "units",
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
