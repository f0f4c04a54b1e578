with
  "sales_facts" as (
    select
      cast(sum("sales"."units") as numeric) as "units"
    from
      "sales" as "sales"
      left join "products" as "products" on "sales"."product_id" = "products"."product_id"
      left join "departments" as "products__departments" on "products"."department_id" = "products__departments"."department_id"
      left join "divisions" as "products__departments__divisions" on "products__departments"."division_id" = "products__departments__divisions"."division_id"
    where
      (
        (cast("products__departments__divisions"."name" as text) collate "C") in ((cast('Home' as text) collate "C"), (cast('Garden' as text) collate "C"))
      )
  ),
  "departments_facts" as (
    select
      cast(sum("departments"."budget") as numeric) as "budget"
    from
      "departments" as "departments"
      left join "divisions" as "divisions" on "departments"."division_id" = "divisions"."division_id"
    where
      (
        (cast("divisions"."name" as text) collate "C") in ((cast('Home' as text) collate "C"), (cast('Garden' as text) collate "C"))
      )
  ),
  "all_facts" as (
    select
      "sales_facts"."units" as "units",
      cast(null as numeric) as "budget"
    from
      "sales_facts"
    union all
    select
      cast(null as numeric) as "units",
      "departments_facts"."budget" as "budget"
    from
      "departments_facts"
  ),
  "stitched" as (
    select
      cast(max("all_facts"."units") as numeric) as "units",
      cast(max("all_facts"."budget") as numeric) as "budget"
    from
      "all_facts" as "all_facts"
  )
select
  "stitched"."units" as "units",
  "stitched"."budget" as "budget"
from
  "stitched" as "stitched"
limit
  10001
