with
  "sales_facts" as (
    select
      cast(sum("sales"."amount") as numeric) as "amount"
    from
      "sales" as "sales"
    where
      ((cast("sales"."shop" as text) collate "C") = (cast('a' as text) collate "C"))
  ),
  "returns_facts" as (
    select
      count(*) as "return_rows"
    from
      "returns" as "returns"
  ),
  "all_facts" as (
    select
      "sales_facts"."amount" as "amount",
      cast(null as bigint) as "return_rows"
    from
      "sales_facts"
    union all
    select
      cast(null as numeric) as "amount",
      "returns_facts"."return_rows" as "return_rows"
    from
      "returns_facts"
  ),
  "stitched" as (
    select
      cast(max("all_facts"."amount") as numeric) as "amount",
      max("all_facts"."return_rows") as "return_rows"
    from
      "all_facts" as "all_facts"
  )
select
  "stitched"."amount" as "amount",
  coalesce("stitched"."return_rows", 0) as "return_rows"
from
  "stitched" as "stitched"
limit
  10001
