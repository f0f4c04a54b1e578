with
  "items_facts" as (
    select
      cast(sum("items"."id") as numeric) as "ids"
    from
      "items" as "items"
    where
      (
        ("items"."seen_at" < cast('2024-02-01 00:00:00Z' as timestamptz))
        or ((cast("items"."color" as text) collate "C") = (cast('redd' as text) collate "C"))
      )
  )
select
  coalesce("items_facts"."ids", 0) as "ids"
from
  "items_facts" as "items_facts"
limit
  10001
