with
  "sales_facts" as (
    select
      sum("sales"."amount") as "amount"
    from
      "sales" as "sales"
    where
      ("sales"."shop" = 'a')
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
      cast(null as hugeint) as "amount",
      "returns_facts"."return_rows" as "return_rows"
    from
      "returns_facts"
  ),
  "stitched" as (
    select
      max("all_facts"."amount") as "amount",
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
