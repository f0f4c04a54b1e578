with
  "items_facts" as (
    select
      sum("items"."id") as "ids"
    from
      "items" as "items"
    where
      (
        ("items"."price" <= cast('2.0101' as decimal(5, 4)))
        and ("items"."price" > cast('2.001' as decimal(4, 3)))
      )
  )
select
  coalesce("items_facts"."ids", 0) as "ids"
from
  "items_facts" as "items_facts"
limit
  10001
