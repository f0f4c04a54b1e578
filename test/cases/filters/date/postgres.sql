with
  "items_facts" as (
    select
      cast(sum("items"."id") as numeric) as "ids"
    from
      "items" as "items"
    where
      (
        ("items"."made_on" <= cast('2024-02-29' as date))
        and ("items"."made_on" > cast('2024-01-31' as date))
      )
  )
select
  coalesce("items_facts"."ids", 0) as "ids"
from
  "items_facts" as "items_facts"
limit
  10001
