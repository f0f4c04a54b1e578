with
  "items_facts" as (
    select
      cast(sum("items"."id") as numeric) as "ids"
    from
      "items" as "items"
    where
      (
        (
          ("items"."size" is null)
          or ("items"."id" = 1)
        )
        and (nullif(nullif(nullif("items"."weight", 'NaN'), 'Infinity'), '-Infinity') is null)
      )
  )
select
  coalesce("items_facts"."ids", 0) as "ids"
from
  "items_facts" as "items_facts"
limit
  10001
