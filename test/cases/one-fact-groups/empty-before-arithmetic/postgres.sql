with
  "sales_facts" as (
    select
      (cast("products"."kind" as text) collate "C") as "products__kind",
      cast(sum("sales"."units") as numeric) as "units_and_complaints_1"
    from
      "sales" as "sales"
      left join "products" as "products" on "sales"."product_id" = "products"."product_id"
    group by
      1
  ),
  "complaints_facts" as (
    select
      (cast("products"."kind" as text) collate "C") as "products__kind",
      count(*) as "units_and_complaints_2",
      sum(nullif("complaints"."cost", 'NaN')) as "units_and_cost_2",
      sum(nullif("complaints"."cost", 'NaN')) as "units_and_cost_or_zero_2"
    from
      "complaints" as "complaints"
      left join "products" as "products" on "complaints"."product_id" = "products"."product_id"
    group by
      1
  ),
  "all_facts" as (
    select
      "sales_facts"."products__kind" as "products__kind",
      "sales_facts"."units_and_complaints_1" as "units_and_complaints_1",
      cast(null as bigint) as "units_and_complaints_2",
      cast(null as numeric(38, 2)) as "units_and_cost_2",
      cast(null as numeric(38, 2)) as "units_and_cost_or_zero_2"
    from
      "sales_facts"
    union all
    select
      "complaints_facts"."products__kind" as "products__kind",
      cast(null as numeric) as "units_and_complaints_1",
      "complaints_facts"."units_and_complaints_2" as "units_and_complaints_2",
      "complaints_facts"."units_and_cost_2" as "units_and_cost_2",
      "complaints_facts"."units_and_cost_or_zero_2" as "units_and_cost_or_zero_2"
    from
      "complaints_facts"
  ),
  "stitched" as (
    select
      "all_facts"."products__kind" as "products__kind",
      cast(max("all_facts"."units_and_complaints_1") as numeric) as "units_and_complaints_1",
      max("all_facts"."units_and_complaints_2") as "units_and_complaints_2",
      max("all_facts"."units_and_cost_2") as "units_and_cost_2",
      max("all_facts"."units_and_cost_or_zero_2") as "units_and_cost_or_zero_2"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."products__kind" as "products__kind",
  ("stitched"."units_and_complaints_1" + coalesce("stitched"."units_and_complaints_2", 0)) as "units_and_complaints",
  (
    cast("stitched"."units_and_complaints_1" as numeric(38, 2)) + "stitched"."units_and_cost_2"
  ) as "units_and_cost",
  (
    cast("stitched"."units_and_complaints_1" as numeric(38, 2)) + coalesce("stitched"."units_and_cost_or_zero_2", cast('0' as numeric(38, 2)))
  ) as "units_and_cost_or_zero"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
