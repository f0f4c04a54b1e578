with
  "sales_facts" as (
    select
      (cast("shops"."city" as text) collate "C") as "average_a",
      (cast("shops"."name" as text) collate "C") as "per_head_1",
      cast(sum("sales"."amount") as numeric) as "average_a_2",
      count("sales"."amount") as "average_b",
      cast(sum("sales"."amount") as numeric) as "per_head_1_2"
    from
      "sales" as "sales"
      left join "shops" as "shops" on "sales"."shop_id" = "shops"."shop_id"
    group by
      1,
      2
  ),
  "visits_facts" as (
    select
      (cast("shops"."city" as text) collate "C") as "average_a",
      (cast("shops"."name" as text) collate "C") as "per_head_1",
      cast(sum("visits"."people") as numeric) as "per_head_2"
    from
      "visits" as "visits"
      left join "shops" as "shops" on "visits"."shop_id" = "shops"."shop_id"
    group by
      1,
      2
  ),
  "all_facts" as (
    select
      "sales_facts"."average_a" as "average_a",
      "sales_facts"."per_head_1" as "per_head_1",
      "sales_facts"."average_a_2" as "average_a_2",
      "sales_facts"."average_b" as "average_b",
      "sales_facts"."per_head_1_2" as "per_head_1_2",
      cast(null as numeric) as "per_head_2"
    from
      "sales_facts"
    union all
    select
      "visits_facts"."average_a" as "average_a",
      "visits_facts"."per_head_1" as "per_head_1",
      cast(null as numeric) as "average_a_2",
      cast(null as bigint) as "average_b",
      cast(null as numeric) as "per_head_1_2",
      "visits_facts"."per_head_2" as "per_head_2"
    from
      "visits_facts"
  ),
  "stitched" as (
    select
      "all_facts"."average_a" as "average_a",
      "all_facts"."per_head_1" as "per_head_1",
      cast(max("all_facts"."average_a_2") as numeric) as "average_a_2",
      max("all_facts"."average_b") as "average_b",
      cast(max("all_facts"."per_head_1_2") as numeric) as "per_head_1_2",
      cast(max("all_facts"."per_head_2") as numeric) as "per_head_2"
    from
      "all_facts" as "all_facts"
    group by
      1,
      2
  )
select
  "stitched"."average_a" as "average_a",
  "stitched"."per_head_1" as "per_head_1",
  (
    cast("stitched"."average_a_2" as double precision) / nullif(cast("stitched"."average_b" as double precision), 0)
  ) as "average",
  (
    cast(cast("stitched"."per_head_1_2" as double precision) as double precision) / nullif(cast(cast("stitched"."per_head_2" as double precision) as double precision), 0)
  ) as "per_head"
from
  "stitched" as "stitched"
order by
  1 asc nulls last,
  2 asc nulls last
limit
  10001
