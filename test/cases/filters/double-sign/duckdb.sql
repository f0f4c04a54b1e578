with
  "items_facts" as (
    select
      sum("items"."id") as "ids"
    from
      "items" as "items"
    where
      (if (isfinite("items"."weight"), "items"."weight", null) = cast('0' as double))
  )
select
  coalesce("items_facts"."ids", 0) as "ids"
from
  "items_facts" as "items_facts"
limit
  10001
