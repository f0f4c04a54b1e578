with
  "items_facts" as (
    select
      cast(sum("items"."id") as numeric) as "ids"
    from
      "items" as "items"
    where
      (
        ("items"."seen_at" < cast('2024-07-01 23:00:00Z' as timestamptz))
        and ("items"."seen_at" >= cast('2024-02-01 00:00:00Z' as timestamptz))
      )
  )
select
  coalesce("items_facts"."ids", 0) as "ids"
from
  "items_facts" as "items_facts"
limit
  10001
