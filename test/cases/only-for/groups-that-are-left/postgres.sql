with
  "returns_facts" as (
    select
      (cast("shops"."town" as text) collate "C") as "shops__town",
      count(*) as "return_rows"
    from
      "returns" as "returns"
      left join "shops" as "shops" on "returns"."shop" = "shops"."shop"
    where
      ((cast("shops"."town" as text) collate "C") = (cast('dee' as text) collate "C"))
    group by
      1
  ),
  "sales_facts" as (
    select
      (cast("shops"."town" as text) collate "C") as "shops__town",
      cast(sum("sales"."amount") as numeric) as "amount"
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
      cast(null as numeric) as "amount"
    from
      "returns_facts"
    union all
    select
      "sales_facts"."shops__town" as "shops__town",
      cast(null as bigint) as "return_rows",
      "sales_facts"."amount" as "amount"
    from
      "sales_facts"
  ),
  "stitched" as (
    select
      "all_facts"."shops__town" as "shops__town",
      max("all_facts"."return_rows") as "return_rows",
      cast(max("all_facts"."amount") as numeric) as "amount"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."shops__town" as "shops__town",
  coalesce("stitched"."return_rows", 0) as "return_rows",
  "stitched"."amount" as "amount"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
