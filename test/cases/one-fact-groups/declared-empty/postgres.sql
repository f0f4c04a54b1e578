with
  "sales_facts" as (
    select
      (cast("products"."kind" as text) collate "C") as "products__kind",
      cast(sum("sales"."units") as numeric) as "units"
    from
      "sales" as "sales"
      left join "products" as "products" on "sales"."product_id" = "products"."product_id"
    group by
      1
  ),
  "complaints_facts" as (
    select
      (cast("products"."kind" as text) collate "C") as "products__kind",
      sum(nullif("complaints"."cost", 'NaN')) as "cost_or_zero",
      cast(sum("complaints"."severity") as numeric) as "severity_or_one_a",
      count("complaints"."severity") as "severity_or_one_b",
      max("complaints"."severity") as "worst",
      max((cast("complaints"."person" as text) collate "C")) as "last_person",
      count(*) as "complaint_count_or_null_a",
      count(*) as "complaint_count_or_null_b"
    from
      "complaints" as "complaints"
      left join "products" as "products" on "complaints"."product_id" = "products"."product_id"
    group by
      1
  ),
  "all_facts" as (
    select
      "sales_facts"."products__kind" as "products__kind",
      "sales_facts"."units" as "units",
      cast(null as numeric(38, 2)) as "cost_or_zero",
      cast(null as numeric) as "severity_or_one_a",
      cast(null as bigint) as "severity_or_one_b",
      cast(null as bigint) as "worst",
      cast(null as text) as "last_person",
      cast(null as bigint) as "complaint_count_or_null_a",
      cast(null as bigint) as "complaint_count_or_null_b"
    from
      "sales_facts"
    union all
    select
      "complaints_facts"."products__kind" as "products__kind",
      cast(null as numeric) as "units",
      "complaints_facts"."cost_or_zero" as "cost_or_zero",
      "complaints_facts"."severity_or_one_a" as "severity_or_one_a",
      "complaints_facts"."severity_or_one_b" as "severity_or_one_b",
      "complaints_facts"."worst" as "worst",
      "complaints_facts"."last_person" as "last_person",
      "complaints_facts"."complaint_count_or_null_a" as "complaint_count_or_null_a",
      "complaints_facts"."complaint_count_or_null_b" as "complaint_count_or_null_b"
    from
      "complaints_facts"
  ),
  "stitched" as (
    select
      "all_facts"."products__kind" as "products__kind",
      cast(max("all_facts"."units") as numeric) as "units",
      max("all_facts"."cost_or_zero") as "cost_or_zero",
      cast(max("all_facts"."severity_or_one_a") as numeric) as "severity_or_one_a",
      max("all_facts"."severity_or_one_b") as "severity_or_one_b",
      max("all_facts"."worst") as "worst",
      max("all_facts"."last_person") as "last_person",
      max("all_facts"."complaint_count_or_null_a") as "complaint_count_or_null_a",
      max("all_facts"."complaint_count_or_null_b") as "complaint_count_or_null_b"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."products__kind" as "products__kind",
  "stitched"."units" as "units",
  coalesce("stitched"."cost_or_zero", cast('0' as numeric(38, 2))) as "cost_or_zero",
  coalesce(
    (
      cast("stitched"."severity_or_one_a" as double precision) / nullif(cast("stitched"."severity_or_one_b" as double precision), 0)
    ),
    cast('1' as double precision)
  ) as "severity_or_one",
  coalesce("stitched"."worst", -5) as "worst",
  coalesce("stitched"."last_person", (cast('nobody' as text) collate "C")) as "last_person",
  case
    when ("stitched"."complaint_count_or_null_b" > 0) then "stitched"."complaint_count_or_null_a"
  end as "complaint_count_or_null"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
