with
  "items_facts" as (
    select
      sum("items"."id") as "ids"
    from
      "items" as "items"
    where
      (
        ("items"."size" < cast('2.5' as decimal(2, 1)))
        and ("items"."size" > cast('0.5' as decimal(1, 1)))
      )
  )
select
  coalesce("items_facts"."ids", 0) as "ids"
from
  "items_facts" as "items_facts"
limit
  10001
