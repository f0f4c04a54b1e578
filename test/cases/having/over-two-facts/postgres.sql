with
  "returns_facts" as (
    select
      (cast("shops"."town" as text) collate "C") as "shops__town",
      count(*) as "return_rows",
      cast(sum("returns"."pieces") as numeric) as "return_rate_1",
      count(*) as "counted"
    from
      "returns" as "returns"
      left join "shops" as "shops" on "returns"."shop" = "shops"."shop"
    group by
      1
  ),
  "sales_facts" as (
    select
      (cast("shops"."town" as text) collate "C") as "shops__town",
      cast(sum("sales"."amount") as numeric) as "return_rate_2"
    from
      "sales" as "sales"
      left join "shops" as "shops" on "sales"."shop" = "shops"."shop"
    group by
      1
  ),
  "all_facts" as (
    select
      "returns_facts"."shops__town" as "shops__town",
      "returns_facts"."return_rows" as "return_rows",
      "returns_facts"."return_rate_1" as "return_rate_1",
      "returns_facts"."counted" as "counted",
      cast(null as numeric) as "return_rate_2"
    from
      "returns_facts"
    union all
    select
      "sales_facts"."shops__town" as "shops__town",
      cast(null as bigint) as "return_rows",
      cast(null as numeric) as "return_rate_1",
      cast(null as bigint) as "counted",
      "sales_facts"."return_rate_2" as "return_rate_2"
    from
      "sales_facts"
  ),
  "stitched" as (
    select
      "all_facts"."shops__town" as "shops__town",
      max("all_facts"."return_rows") as "return_rows",
      cast(max("all_facts"."return_rate_1") as numeric) as "return_rate_1",
      max("all_facts"."counted") as "counted",
      cast(max("all_facts"."return_rate_2") as numeric) as "return_rate_2"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."shops__town" as "shops__town",
  coalesce("stitched"."return_rows", 0) as "return_rows"
from
  "stitched" as "stitched"
where
  (
    ("stitched"."counted" > 0)
    and (
      (
        cast(cast("stitched"."return_rate_1" as double precision) as double precision) / nullif(cast(cast("stitched"."return_rate_2" as double precision) as double precision), 0)
      ) < cast('1' as double precision)
    )
  )
order by
  1 asc nulls last
limit
  10001
