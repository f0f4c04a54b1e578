with
  "sales_facts" as (
    select
      (cast("products"."kind" as text) collate "C") as "products__kind",
      cast(sum("sales"."units") as numeric) as "units"
    from
      "sales" as "sales"
      left join "products" as "products" on "sales"."product_id" = "products"."product_id"
    where
      (
        ("sales"."sold_on" >= cast('1999-01-01' as date))
        and ("sales"."sold_on" < cast('2000-01-01' as date))
      )
    group by
      1
  ),
  "complaints_facts" as (
    select
      (cast("products"."kind" as text) collate "C") as "products__kind",
      count(*) as "complaint_count"
    from
      "complaints" as "complaints"
      left join "products" as "products" on "complaints"."product_id" = "products"."product_id"
    where
      (
        ("complaints"."raised_on" >= cast('1999-01-01' as date))
        and ("complaints"."raised_on" < cast('2000-01-01' as date))
      )
    group by
      1
  ),
  "all_facts" as (
    select
      "sales_facts"."products__kind" as "products__kind",
      "sales_facts"."units" as "units",
      cast(null as bigint) as "complaint_count"
    from
      "sales_facts"
    union all
    select
      "complaints_facts"."products__kind" as "products__kind",
      cast(null as numeric) as "units",
      "complaints_facts"."complaint_count" as "complaint_count"
    from
      "complaints_facts"
  ),
  "stitched" as (
    select
      "all_facts"."products__kind" as "products__kind",
      cast(max("all_facts"."units") as numeric) as "units",
      max("all_facts"."complaint_count") as "complaint_count"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."products__kind" as "products__kind",
  "stitched"."units" as "units",
  coalesce("stitched"."complaint_count", 0) as "complaint_count"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
