with
  "items_facts" as (
    select
      cast(sum("items"."id") as numeric) as "ids"
    from
      "items" as "items"
    where
      (
        ("items"."heard_at" < cast('2024-07-01 13:00:00' as timestamp))
        and ("items"."heard_at" >= cast('2024-07-01 00:00:00' as timestamp))
      )
  )
select
  coalesce("items_facts"."ids", 0) as "ids"
from
  "items_facts" as "items_facts"
limit
  10001
