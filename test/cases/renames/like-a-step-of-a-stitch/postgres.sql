with
  "sales_facts" as (
    select
      (cast("shops"."city" as text) collate "C") as "all_facts",
      (cast("shops"."name" as text) collate "C") as "stitched",
      cast(sum("sales"."amount") as numeric) as "amount"
    from
      "sales" as "sales"
      left join "shops" as "shops" on "sales"."shop_id" = "shops"."shop_id"
    group by
      1,
      2
  ),
  "visits_facts" as (
    select
      (cast("shops"."city" as text) collate "C") as "all_facts",
      (cast("shops"."name" as text) collate "C") as "stitched",
      cast(sum("visits"."people") as numeric) as "people"
    from
      "visits" as "visits"
      left join "shops" as "shops" on "visits"."shop_id" = "shops"."shop_id"
    group by
      1,
      2
  ),
  "all_facts" as (
    select
      "sales_facts"."all_facts" as "all_facts",
      "sales_facts"."stitched" as "stitched",
      "sales_facts"."amount" as "amount",
      cast(null as numeric) as "people"
    from
      "sales_facts"
    union all
    select
      "visits_facts"."all_facts" as "all_facts",
      "visits_facts"."stitched" as "stitched",
      cast(null as numeric) as "amount",
      "visits_facts"."people" as "people"
    from
      "visits_facts"
  ),
  "stitched" as (
    select
      "all_facts"."all_facts" as "all_facts",
      "all_facts"."stitched" as "stitched",
      cast(max("all_facts"."amount") as numeric) as "amount",
      cast(max("all_facts"."people") as numeric) as "people"
    from
      "all_facts" as "all_facts"
    group by
      1,
      2
  )
select
  "stitched"."all_facts" as "all_facts",
  "stitched"."stitched" as "stitched",
  "stitched"."amount" as "amount",
  "stitched"."people" as "people"
from
  "stitched" as "stitched"
order by
  1 asc nulls last,
  2 asc nulls last
limit
  10001
