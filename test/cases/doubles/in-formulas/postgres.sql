with
  "readings_facts" as (
    select
      (nullif(nullif(nullif("readings"."value", 'NaN'), 'Infinity'), '-Infinity') is null) as "readings__is_missing",
      cast(sum("readings"."id") as numeric) as "ids"
    from
      "readings" as "readings"
    group by
      1
  )
select
  "readings_facts"."readings__is_missing" as "readings__is_missing",
  "readings_facts"."ids" as "ids"
from
  "readings_facts" as "readings_facts"
order by
  1 asc nulls last
limit
  10001
