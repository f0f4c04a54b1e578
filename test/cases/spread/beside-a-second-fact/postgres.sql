with
  "measures_facts" as (
    select
      (cast("shops"."shop" as text) collate "C") as "shops__shop",
      stddev_samp(cast("measures"."whole" as double precision)) as "deviation"
    from
      "measures" as "measures"
      left join "shops" as "shops" on "measures"."shop" = "shops"."shop"
    group by
      1
  ),
  "returns_facts" as (
    select
      (cast("shops"."shop" as text) collate "C") as "shops__shop",
      cast(sum("returns"."pieces") as numeric) as "pieces"
    from
      "returns" as "returns"
      left join "shops" as "shops" on "returns"."shop" = "shops"."shop"
    group by
      1
  ),
  "all_facts" as (
    select
      "measures_facts"."shops__shop" as "shops__shop",
      "measures_facts"."deviation" as "deviation",
      cast(null as numeric) as "pieces"
    from
      "measures_facts"
    union all
    select
      "returns_facts"."shops__shop" as "shops__shop",
      cast(null as double precision) as "deviation",
      "returns_facts"."pieces" as "pieces"
    from
      "returns_facts"
  ),
  "stitched" as (
    select
      "all_facts"."shops__shop" as "shops__shop",
      max("all_facts"."deviation") as "deviation",
      cast(max("all_facts"."pieces") as numeric) as "pieces"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."shops__shop" as "shops__shop",
  "stitched"."deviation" as "deviation",
  "stitched"."pieces" as "pieces"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
