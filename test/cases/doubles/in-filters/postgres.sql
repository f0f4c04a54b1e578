with
  "readings_facts" as (
    select
      cast(sum("readings"."id") as numeric) as "ids"
    from
      "readings" as "readings"
    where
      (nullif(nullif(nullif("readings"."value", 'NaN'), 'Infinity'), '-Infinity') is null)
  )
select
  "readings_facts"."ids" as "ids"
from
  "readings_facts" as "readings_facts"
limit
  10001
