with
  "complaints_facts" as (
    select
      (cast("products"."kind" as text) collate "C") as "products__kind",
      sum(nullif("complaints"."cost", 'NaN')) as "cost_each_1",
      count(*) as "cost_each_2_a",
      count(*) as "cost_each_2_b"
    from
      "complaints" as "complaints"
      left join "products" as "products" on "complaints"."product_id" = "products"."product_id"
    group by
      1
  ),
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
  "all_facts" as (
    select
      "complaints_facts"."products__kind" as "products__kind",
      "complaints_facts"."cost_each_1" as "cost_each_1",
      "complaints_facts"."cost_each_2_a" as "cost_each_2_a",
      "complaints_facts"."cost_each_2_b" as "cost_each_2_b",
      cast(null as numeric) as "units"
    from
      "complaints_facts"
    union all
    select
      "sales_facts"."products__kind" as "products__kind",
      cast(null as numeric(38, 2)) as "cost_each_1",
      cast(null as bigint) as "cost_each_2_a",
      cast(null as bigint) as "cost_each_2_b",
      "sales_facts"."units" as "units"
    from
      "sales_facts"
  ),
  "stitched" as (
    select
      "all_facts"."products__kind" as "products__kind",
      max("all_facts"."cost_each_1") as "cost_each_1",
      max("all_facts"."cost_each_2_a") as "cost_each_2_a",
      max("all_facts"."cost_each_2_b") as "cost_each_2_b",
      cast(max("all_facts"."units") as numeric) as "units"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."products__kind" as "products__kind",
  (
    cast(
      cast(coalesce("stitched"."cost_each_1", cast('3' as numeric(38, 2))) as double precision) as double precision
    ) / nullif(
      cast(
        cast(
          coalesce(
            case
              when ("stitched"."cost_each_2_b" > 0) then "stitched"."cost_each_2_a"
            end,
            3
          ) as double precision
        ) as double precision
      ),
      0
    )
  ) as "cost_each",
  "stitched"."units" as "units"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
