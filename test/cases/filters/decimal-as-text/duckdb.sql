with
  "items_facts" as (
    select
      sum("items"."id") as "ids"
    from
      "items" as "items"
    where
      (
        ("items"."price" < cast('2.01' as decimal(9, 2)))
        and ("items"."price" >= cast('2.00' as decimal(9, 2)))
      )
  )
select
  coalesce("items_facts"."ids", 0) as "ids"
from
  "items_facts" as "items_facts"
limit
  10001
