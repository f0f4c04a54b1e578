with
  "sales_facts" as (
    select
      sum("sales"."amount") as "amount"
    from
      "sales" as "sales"
      left join "shops" as "shops" on "sales"."shop" = "shops"."shop"
    where
      ("shops"."town" in ('ay', 'sea'))
  ),
  "returns_facts" as (
    select
      sum("returns"."pieces") as "returned"
    from
      "returns" as "returns"
      left join "shops" as "shops" on "returns"."shop" = "shops"."shop"
    where
      ("shops"."town" in ('ay', 'sea'))
  ),
  "all_facts" as (
    select
      "sales_facts"."amount" as "amount",
      cast(null as hugeint) as "returned"
    from
      "sales_facts"
    union all
    select
      cast(null as hugeint) as "amount",
      "returns_facts"."returned" as "returned"
    from
      "returns_facts"
  ),
  "stitched" as (
    select
      max("all_facts"."amount") as "amount",
      max("all_facts"."returned") as "returned"
    from
      "all_facts" as "all_facts"
  )
select
  "stitched"."amount" as "amount",
  "stitched"."returned" as "returned"
from
  "stitched" as "stitched"
limit
  10001
