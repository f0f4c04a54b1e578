with
  "items_facts" as (
    select
      cast(sum("items"."id") as numeric) as "ids"
    from
      "items" as "items"
    where
      (
        (nullif("items"."price", 'NaN') < cast('2.02' as numeric(9, 2)))
        and (nullif("items"."price", 'NaN') >= cast('2.01' as numeric(9, 2)))
      )
  )
select
  coalesce("items_facts"."ids", 0) as "ids"
from
  "items_facts" as "items_facts"
limit
  10001
