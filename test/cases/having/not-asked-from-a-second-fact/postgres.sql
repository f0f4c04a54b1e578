with
  "sales_facts" as (
    select
      (cast("shops"."town" as text) collate "C") as "shops__town",
      cast(sum("sales"."amount") as numeric) as "amount",
      count(*) as "counted"
    from
      "sales" as "sales"
      left join "shops" as "shops" on "sales"."shop" = "shops"."shop"
    group by
      1
  ),
  "returns_facts" as (
    select
      (cast("shops"."town" as text) collate "C") as "shops__town",
      count(*) as "return_rows"
    from
      "returns" as "returns"
      left join "shops" as "shops" on "returns"."shop" = "shops"."shop"
    group by
      1
  ),
  "all_facts" as (
    select
      "sales_facts"."shops__town" as "shops__town",
      "sales_facts"."amount" as "amount",
      "sales_facts"."counted" as "counted",
      cast(null as bigint) as "return_rows"
    from
      "sales_facts"
    union all
    select
      "returns_facts"."shops__town" as "shops__town",
      cast(null as numeric) as "amount",
      cast(null as bigint) as "counted",
      "returns_facts"."return_rows" as "return_rows"
    from
      "returns_facts"
  ),
  "stitched" as (
    select
      "all_facts"."shops__town" as "shops__town",
      cast(max("all_facts"."amount") as numeric) as "amount",
      max("all_facts"."counted") as "counted",
      max("all_facts"."return_rows") as "return_rows"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."shops__town" as "shops__town",
  "stitched"."amount" as "amount"
from
  "stitched" as "stitched"
where
  (
    ("stitched"."counted" > 0)
    and (coalesce("stitched"."return_rows", 0) >= 0)
  )
order by
  1 asc nulls last
limit
  10001
