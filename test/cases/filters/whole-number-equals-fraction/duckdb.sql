with
  "items_facts" as (
    select
      sum("items"."id") as "ids"
    from
      "items" as "items"
    where
      ("items"."size" in (cast('1.5' as decimal(2, 1)), 2))
  )
select
  coalesce("items_facts"."ids", 0) as "ids"
from
  "items_facts" as "items_facts"
limit
  10001
