with
  "sales_facts" as (
    select
      cast(timezone ('Europe/London', "sales"."sold_at") as date) as "time",
      (cast("shops"."name" as text) collate "C") as "shops__name",
      cast(sum("sales"."amount") as numeric) as "sold"
    from
      "sales" as "sales"
      left join "shops" as "shops" on "sales"."shop_id" = "shops"."shop_id"
    where
      (
        ("sales"."sold_at" >= cast('2024-06-30 23:00:00Z' as timestamptz))
        and ("sales"."sold_at" < cast('2024-08-01 23:00:00Z' as timestamptz))
      )
    group by
      1,
      2
  ),
  "targets_facts" as (
    select
      cast("targets"."day" as date) as "time",
      (cast("shops"."name" as text) collate "C") as "shops__name",
      cast(sum("targets"."amount") as numeric) as "target"
    from
      "targets" as "targets"
      left join "shops" as "shops" on "targets"."shop_id" = "shops"."shop_id"
    where
      (
        ("targets"."day" >= cast('2024-07-01' as date))
        and ("targets"."day" < cast('2024-08-02' as date))
      )
    group by
      1,
      2
  ),
  "footfall_facts" as (
    select
      cast("footfall"."counted_at" as date) as "time",
      (cast("shops"."name" as text) collate "C") as "shops__name",
      cast(sum("footfall"."people") as numeric) as "people"
    from
      "footfall" as "footfall"
      left join "shops" as "shops" on "footfall"."shop_id" = "shops"."shop_id"
    where
      (
        ("footfall"."counted_at" >= cast('2024-07-01 00:00:00' as timestamp))
        and ("footfall"."counted_at" < cast('2024-08-02 00:00:00' as timestamp))
      )
    group by
      1,
      2
  ),
  "all_facts" as (
    select
      "sales_facts"."time" as "time",
      "sales_facts"."shops__name" as "shops__name",
      "sales_facts"."sold" as "sold",
      cast(null as numeric) as "target",
      cast(null as numeric) as "people"
    from
      "sales_facts"
    union all
    select
      "targets_facts"."time" as "time",
      "targets_facts"."shops__name" as "shops__name",
      cast(null as numeric) as "sold",
      "targets_facts"."target" as "target",
      cast(null as numeric) as "people"
    from
      "targets_facts"
    union all
    select
      "footfall_facts"."time" as "time",
      "footfall_facts"."shops__name" as "shops__name",
      cast(null as numeric) as "sold",
      cast(null as numeric) as "target",
      "footfall_facts"."people" as "people"
    from
      "footfall_facts"
  ),
  "stitched" as (
    select
      "all_facts"."time" as "time",
      "all_facts"."shops__name" as "shops__name",
      cast(max("all_facts"."sold") as numeric) as "sold",
      cast(max("all_facts"."target") as numeric) as "target",
      cast(max("all_facts"."people") as numeric) as "people"
    from
      "all_facts" as "all_facts"
    group by
      1,
      2
  )
select
  "stitched"."time" as "time",
  "stitched"."shops__name" as "shops__name",
  "stitched"."sold" as "sold",
  "stitched"."target" as "target",
  "stitched"."people" as "people"
from
  "stitched" as "stitched"
order by
  1 asc nulls last,
  2 asc nulls last
limit
  10001
