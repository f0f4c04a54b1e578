with
  "sales_facts" as (
    select
      cast(sum("sales"."units") as numeric) as "units"
    from
      "sales" as "sales"
    where
      (
        ("sales"."sold_on" >= cast('1999-01-01' as date))
        and ("sales"."sold_on" < cast('2000-01-01' as date))
      )
  ),
  "complaints_facts" as (
    select
      count(*) as "complaint_count",
      sum(nullif("complaints"."cost", 'NaN')) as "cost",
      sum(nullif("complaints"."cost", 'NaN')) as "cost_or_zero",
      cast(sum("complaints"."severity") as numeric) as "severity_or_one_a",
      count("complaints"."severity") as "severity_or_one_b",
      count(*) as "complaint_count_or_null_a",
      count(*) as "complaint_count_or_null_b"
    from
      "complaints" as "complaints"
    where
      (
        ("complaints"."raised_on" >= cast('1999-01-01' as date))
        and ("complaints"."raised_on" < cast('2000-01-01' as date))
      )
  ),
  "all_facts" as (
    select
      "sales_facts"."units" as "units",
      cast(null as bigint) as "complaint_count",
      cast(null as numeric(38, 2)) as "cost",
      cast(null as numeric(38, 2)) as "cost_or_zero",
      cast(null as numeric) as "severity_or_one_a",
      cast(null as bigint) as "severity_or_one_b",
      cast(null as bigint) as "complaint_count_or_null_a",
      cast(null as bigint) as "complaint_count_or_null_b"
    from
      "sales_facts"
    union all
    select
      cast(null as numeric) as "units",
      "complaints_facts"."complaint_count" as "complaint_count",
      "complaints_facts"."cost" as "cost",
      "complaints_facts"."cost_or_zero" as "cost_or_zero",
      "complaints_facts"."severity_or_one_a" as "severity_or_one_a",
      "complaints_facts"."severity_or_one_b" as "severity_or_one_b",
      "complaints_facts"."complaint_count_or_null_a" as "complaint_count_or_null_a",
      "complaints_facts"."complaint_count_or_null_b" as "complaint_count_or_null_b"
    from
      "complaints_facts"
  ),
  "stitched" as (
    select
      cast(max("all_facts"."units") as numeric) as "units",
      max("all_facts"."complaint_count") as "complaint_count",
      max("all_facts"."cost") as "cost",
      max("all_facts"."cost_or_zero") as "cost_or_zero",
      cast(max("all_facts"."severity_or_one_a") as numeric) as "severity_or_one_a",
      max("all_facts"."severity_or_one_b") as "severity_or_one_b",
      max("all_facts"."complaint_count_or_null_a") as "complaint_count_or_null_a",
      max("all_facts"."complaint_count_or_null_b") as "complaint_count_or_null_b"
    from
      "all_facts" as "all_facts"
  )
select
  "stitched"."units" as "units",
  coalesce("stitched"."complaint_count", 0) as "complaint_count",
  "stitched"."cost" as "cost",
  coalesce("stitched"."cost_or_zero", cast('0' as numeric(38, 2))) as "cost_or_zero",
  coalesce(
    (
      cast("stitched"."severity_or_one_a" as double precision) / nullif(cast("stitched"."severity_or_one_b" as double precision), 0)
    ),
    cast('1' as double precision)
  ) as "severity_or_one",
  case
    when ("stitched"."complaint_count_or_null_b" > 0) then "stitched"."complaint_count_or_null_a"
  end as "complaint_count_or_null",
  (
    cast("stitched"."units" as numeric(38, 2)) + coalesce("stitched"."cost_or_zero", cast('0' as numeric(38, 2)))
  ) as "units_and_cost_or_zero"
from
  "stitched" as "stitched"
limit
  10001
