with
  "items_facts" as (
    select
      cast(sum("items"."id") as numeric) as "ids"
    from
      "items" as "items"
    where
      (
        ("items"."sold" = false)
        or ("items"."sold" is null)
      )
  )
select
  coalesce("items_facts"."ids", 0) as "ids"
from
  "items_facts" as "items_facts"
limit
  10001
