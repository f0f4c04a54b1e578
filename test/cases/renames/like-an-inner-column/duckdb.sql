with
  "sales_facts" as (
    select
      "shops"."city" as "average_a",
      "shops"."name" as "per_head_1",
      sum("sales"."amount") as "average_a_2",
      count("sales"."amount") as "average_b",
      sum("sales"."amount") as "per_head_1_2"
    from
      "sales" as "sales"
      left join "shops" as "shops" on "sales"."shop_id" = "shops"."shop_id"
    group by
      1,
      2
  ),
  "visits_facts" as (
    select
      "shops"."city" as "average_a",
      "shops"."name" as "per_head_1",
      sum("visits"."people") as "per_head_2"
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
      cast(null as hugeint) as "per_head_2"
    from
      "sales_facts"
    union all
    select
      "visits_facts"."average_a" as "average_a",
      "visits_facts"."per_head_1" as "per_head_1",
      cast(null as hugeint) as "average_a_2",
      cast(null as bigint) as "average_b",
      cast(null as hugeint) as "per_head_1_2",
      "visits_facts"."per_head_2" as "per_head_2"
    from
      "visits_facts"
  ),
  "stitched" as (
    select
      "all_facts"."average_a" as "average_a",
      "all_facts"."per_head_1" as "per_head_1",
      max("all_facts"."average_a_2") as "average_a_2",
      max("all_facts"."average_b") as "average_b",
      max("all_facts"."per_head_1_2") as "per_head_1_2",
      max("all_facts"."per_head_2") as "per_head_2"
    from
      "all_facts" as "all_facts"
    group by
      1,
      2
  )
select
  "stitched"."average_a" as "average_a",
  "stitched"."per_head_1" as "per_head_1",
  ("stitched"."average_a_2" / nullif("stitched"."average_b", 0)) as "average",
  (
    cast("stitched"."per_head_1_2" as double) / nullif(cast("stitched"."per_head_2" as double), 0)
  ) as "per_head"
from
  "stitched" as "stitched"
order by
  1 asc nulls last,
  2 asc nulls last
limit
  10001
