with
  "items_facts" as (
    select
      cast(sum("items"."id") as numeric) as "ids"
    from
      "items" as "items"
    where
      (
        nullif(nullif(nullif("items"."weight", 'NaN'), 'Infinity'), '-Infinity') = cast('0' as double precision)
      )
  )
select
  coalesce("items_facts"."ids", 0) as "ids"
from
  "items_facts" as "items_facts"
limit
  10001
