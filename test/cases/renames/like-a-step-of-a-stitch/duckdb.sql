with
  "sales_facts" as (
    select
      "shops"."city" as "all_facts",
      "shops"."name" as "stitched",
      sum("sales"."amount") as "amount"
    from
      "sales" as "sales"
      left join "shops" as "shops" on "sales"."shop_id" = "shops"."shop_id"
    group by
      1,
      2
  ),
  "visits_facts" as (
    select
      "shops"."city" as "all_facts",
      "shops"."name" as "stitched",
      sum("visits"."people") as "people"
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
      cast(null as hugeint) as "people"
    from
      "sales_facts"
    union all
    select
      "visits_facts"."all_facts" as "all_facts",
      "visits_facts"."stitched" as "stitched",
      cast(null as hugeint) as "amount",
      "visits_facts"."people" as "people"
    from
      "visits_facts"
  ),
  "stitched" as (
    select
      "all_facts"."all_facts" as "all_facts",
      "all_facts"."stitched" as "stitched",
      max("all_facts"."amount") as "amount",
      max("all_facts"."people") as "people"
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
