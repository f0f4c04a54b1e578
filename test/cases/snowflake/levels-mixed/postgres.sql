with
  "sales_facts" as (
    select
      (cast("products"."brand" as text) collate "C") as "products__brand",
      (cast("products__departments"."name" as text) collate "C") as "departments__name",
      (cast("products__departments__divisions"."name" as text) collate "C") as "divisions__name",
      cast(sum("sales"."units") as numeric) as "units"
    from
      "sales" as "sales"
      left join "products" as "products" on "sales"."product_id" = "products"."product_id"
      left join "departments" as "products__departments" on "products"."department_id" = "products__departments"."department_id"
      left join "divisions" as "products__departments__divisions" on "products__departments"."division_id" = "products__departments__divisions"."division_id"
    where
      (
        (cast("products__departments__divisions"."name" as text) collate "C") = (cast('Home' as text) collate "C")
      )
    group by
      1,
      2,
      3
  )
select
  "sales_facts"."products__brand" as "products__brand",
  "sales_facts"."departments__name" as "departments__name",
  "sales_facts"."divisions__name" as "divisions__name",
  "sales_facts"."units" as "units"
from
  "sales_facts" as "sales_facts"
order by
  1 asc nulls last,
  2 asc nulls last,
  3 asc nulls last
limit
  10001
