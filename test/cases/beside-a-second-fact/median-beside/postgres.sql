with
  "sales_facts" as (
    select
      percentile_cont(0.5) within group (
        order by
          cast(nullif("sales"."amount", 'NaN') as double precision)
      ) as "median_sale"
    from
      "sales" as "sales"
  ),
  "visits_facts" as (
    select
      cast(sum("visits"."minutes") as numeric) as "visit_minutes"
    from
      "visits" as "visits"
  ),
  "all_facts" as (
    select
      "sales_facts"."median_sale" as "median_sale",
      cast(null as numeric) as "visit_minutes"
    from
      "sales_facts"
    union all
    select
      cast(null as double precision) as "median_sale",
      "visits_facts"."visit_minutes" as "visit_minutes"
    from
      "visits_facts"
  ),
  "stitched" as (
    select
      max("all_facts"."median_sale") as "median_sale",
      cast(max("all_facts"."visit_minutes") as numeric) as "visit_minutes"
    from
      "all_facts" as "all_facts"
  )
select
  "stitched"."median_sale" as "median_sale",
  "stitched"."visit_minutes" as "visit_minutes"
from
  "stitched" as "stitched"
limit
  10001
