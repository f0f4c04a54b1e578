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
      count(*) as "complaint_count",
      count(distinct (cast("complaints"."person" as text) collate "C")) as "complainers",
      sum(nullif("complaints"."cost", 'NaN')) as "cost",
      cast(sum("complaints"."severity") as numeric) as "severity_a",
      count("complaints"."severity") as "severity_b"
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
      cast(null as bigint) as "complaint_count",
      cast(null as bigint) as "complainers",
      cast(null as numeric(38, 2)) as "cost",
      cast(null as numeric) as "severity_a",
      cast(null as bigint) as "severity_b"
    from
      "sales_facts"
    union all
    select
      "complaints_facts"."products__kind" as "products__kind",
      cast(null as numeric) as "units",
      "complaints_facts"."complaint_count" as "complaint_count",
      "complaints_facts"."complainers" as "complainers",
      "complaints_facts"."cost" as "cost",
      "complaints_facts"."severity_a" as "severity_a",
      "complaints_facts"."severity_b" as "severity_b"
    from
      "complaints_facts"
  ),
  "stitched" as (
    select
      "all_facts"."products__kind" as "products__kind",
      cast(max("all_facts"."units") as numeric) as "units",
      max("all_facts"."complaint_count") as "complaint_count",
      max("all_facts"."complainers") as "complainers",
      max("all_facts"."cost") as "cost",
      cast(max("all_facts"."severity_a") as numeric) as "severity_a",
      max("all_facts"."severity_b") as "severity_b"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."products__kind" as "products__kind",
  "stitched"."units" as "units",
  coalesce("stitched"."complaint_count", 0) as "complaint_count",
  coalesce("stitched"."complainers", 0) as "complainers",
  "stitched"."cost" as "cost",
  (
    cast("stitched"."severity_a" as double precision) / nullif(cast("stitched"."severity_b" as double precision), 0)
  ) as "severity"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
