with
  "readings_facts" as (
    select
      (cast("readings"."sensor" as text) collate "C") as "readings__sensor",
      count(distinct nullif(nullif(nullif("readings"."value", 'NaN'), 'Infinity'), '-Infinity')) as "different"
    from
      "readings" as "readings"
    group by
      1
  )
select
  "readings_facts"."readings__sensor" as "readings__sensor",
  coalesce("readings_facts"."different", 0) as "different"
from
  "readings_facts" as "readings_facts"
order by
  1 asc nulls last
limit
  10001
