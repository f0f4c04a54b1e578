with
  "sales_facts" as (
    select
      (cast("shops"."name" as text) collate "C") as "shops__name",
      min("sales"."sold_at") as "first_sale"
    from
      "sales" as "sales"
      left join "shops" as "shops" on "sales"."shop_id" = "shops"."shop_id"
    group by
      1
  ),
  "targets_facts" as (
    select
      (cast("shops"."name" as text) collate "C") as "shops__name",
      min("targets"."day") as "first_target"
    from
      "targets" as "targets"
      left join "shops" as "shops" on "targets"."shop_id" = "shops"."shop_id"
    group by
      1
  ),
  "footfall_facts" as (
    select
      (cast("shops"."name" as text) collate "C") as "shops__name",
      max("footfall"."counted_at") as "last_count"
    from
      "footfall" as "footfall"
      left join "shops" as "shops" on "footfall"."shop_id" = "shops"."shop_id"
    group by
      1
  ),
  "all_facts" as (
    select
      "sales_facts"."shops__name" as "shops__name",
      "sales_facts"."first_sale" as "first_sale",
      cast(null as date) as "first_target",
      cast(null as timestamp) as "last_count"
    from
      "sales_facts"
    union all
    select
      "targets_facts"."shops__name" as "shops__name",
      cast(null as timestamptz) as "first_sale",
      "targets_facts"."first_target" as "first_target",
      cast(null as timestamp) as "last_count"
    from
      "targets_facts"
    union all
    select
      "footfall_facts"."shops__name" as "shops__name",
      cast(null as timestamptz) as "first_sale",
      cast(null as date) as "first_target",
      "footfall_facts"."last_count" as "last_count"
    from
      "footfall_facts"
  ),
  "stitched" as (
    select
      "all_facts"."shops__name" as "shops__name",
      max("all_facts"."first_sale") as "first_sale",
      max("all_facts"."first_target") as "first_target",
      max("all_facts"."last_count") as "last_count"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."shops__name" as "shops__name",
  "stitched"."first_sale" as "first_sale",
  "stitched"."first_target" as "first_target",
  "stitched"."last_count" as "last_count"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
