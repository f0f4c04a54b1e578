with
  "sales_facts" as (
    select
      (cast("products__departments__divisions"."name" as text) collate "C") as "divisions__name",
      cast(sum("sales"."units") as numeric) as "units"
    from
      "sales" as "sales"
      left join "products" as "products" on "sales"."product_id" = "products"."product_id"
      left join "departments" as "products__departments" on "products"."department_id" = "products__departments"."department_id"
      left join "divisions" as "products__departments__divisions" on "products__departments"."division_id" = "products__departments__divisions"."division_id"
    group by
      1
  ),
  "products_facts" as (
    select
      (cast("departments__divisions"."name" as text) collate "C") as "divisions__name",
      count(distinct (cast("products"."brand" as text) collate "C")) as "brands"
    from
      "products" as "products"
      left join "departments" as "departments" on "products"."department_id" = "departments"."department_id"
      left join "divisions" as "departments__divisions" on "departments"."division_id" = "departments__divisions"."division_id"
    group by
      1
  ),
  "departments_facts" as (
    select
      (cast("divisions"."name" as text) collate "C") as "divisions__name",
      cast(sum("departments"."budget") as numeric) as "budget"
    from
      "departments" as "departments"
      left join "divisions" as "divisions" on "departments"."division_id" = "divisions"."division_id"
    group by
      1
  ),
  "divisions_facts" as (
    select
      (cast("divisions"."name" as text) collate "C") as "divisions__name",
      count(*) as "division_count"
    from
      "divisions" as "divisions"
    group by
      1
  ),
  "all_facts" as (
    select
      "sales_facts"."divisions__name" as "divisions__name",
      "sales_facts"."units" as "units",
      cast(null as bigint) as "brands",
      cast(null as numeric) as "budget",
      cast(null as bigint) as "division_count"
    from
      "sales_facts"
    union all
    select
      "products_facts"."divisions__name" as "divisions__name",
      cast(null as numeric) as "units",
      "products_facts"."brands" as "brands",
      cast(null as numeric) as "budget",
      cast(null as bigint) as "division_count"
    from
      "products_facts"
    union all
    select
      "departments_facts"."divisions__name" as "divisions__name",
      cast(null as numeric) as "units",
      cast(null as bigint) as "brands",
      "departments_facts"."budget" as "budget",
      cast(null as bigint) as "division_count"
    from
      "departments_facts"
    union all
    select
      "divisions_facts"."divisions__name" as "divisions__name",
      cast(null as numeric) as "units",
      cast(null as bigint) as "brands",
      cast(null as numeric) as "budget",
      "divisions_facts"."division_count" as "division_count"
    from
      "divisions_facts"
  ),
  "stitched" as (
    select
      "all_facts"."divisions__name" as "divisions__name",
      cast(max("all_facts"."units") as numeric) as "units",
      max("all_facts"."brands") as "brands",
      cast(max("all_facts"."budget") as numeric) as "budget",
      max("all_facts"."division_count") as "division_count"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."divisions__name" as "divisions__name",
  "stitched"."units" as "units",
  coalesce("stitched"."brands", 0) as "brands",
  "stitched"."budget" as "budget",
  coalesce("stitched"."division_count", 0) as "division_count"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
