with
  "sales_facts" as (
    select
      cast(sum("sales"."amount") as numeric) as "amount"
    from
      "sales" as "sales"
      left join "shops" as "shops" on "sales"."shop" = "shops"."shop"
    where
      (
        (cast("shops"."town" as text) collate "C") in ((cast('ay' as text) collate "C"), (cast('sea' as text) collate "C"))
      )
  ),
  "returns_facts" as (
    select
      cast(sum("returns"."pieces") as numeric) as "returned"
    from
      "returns" as "returns"
      left join "shops" as "shops" on "returns"."shop" = "shops"."shop"
    where
      (
        (cast("shops"."town" as text) collate "C") in ((cast('ay' as text) collate "C"), (cast('sea' as text) collate "C"))
      )
  ),
  "all_facts" as (
    select
      "sales_facts"."amount" as "amount",
      cast(null as numeric) as "returned"
    from
      "sales_facts"
    union all
    select
      cast(null as numeric) as "amount",
      "returns_facts"."returned" as "returned"
    from
      "returns_facts"
  ),
  "stitched" as (
    select
      cast(max("all_facts"."amount") as numeric) as "amount",
      cast(max("all_facts"."returned") as numeric) as "returned"
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
