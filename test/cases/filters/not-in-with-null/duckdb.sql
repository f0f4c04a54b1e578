with
  "items_facts" as (
    select
      sum("items"."id") as "ids"
    from
      "items" as "items"
    where
      (
        (not ("items"."color" = 'red'))
        and ("items"."color" is not null)
      )
  )
select
  coalesce("items_facts"."ids", 0) as "ids"
from
  "items_facts" as "items_facts"
limit
  10001
