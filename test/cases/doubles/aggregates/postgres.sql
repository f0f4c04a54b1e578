with
  "readings_facts" as (
    select
      (cast("readings"."sensor" as text) collate "C") as "readings__sensor",
      sum(nullif(nullif(nullif("readings"."value", 'NaN'), 'Infinity'), '-Infinity')) as "sum_value",
      sum(nullif(nullif(nullif("readings"."value", 'NaN'), 'Infinity'), '-Infinity')) as "average_a",
      count(nullif(nullif(nullif("readings"."value", 'NaN'), 'Infinity'), '-Infinity')) as "average_b",
      min(nullif(nullif(nullif("readings"."value", 'NaN'), 'Infinity'), '-Infinity')) as "lowest",
      max(nullif(nullif(nullif("readings"."value", 'NaN'), 'Infinity'), '-Infinity')) as "highest",
      count(nullif(nullif(nullif("readings"."value", 'NaN'), 'Infinity'), '-Infinity')) as "present",
      percentile_cont(0.5) within group (
        order by
          nullif(nullif(nullif("readings"."value", 'NaN'), 'Infinity'), '-Infinity')
      ) as "middle",
      count(*) filter (
        where
          (
            nullif(nullif(nullif("readings"."value", 'NaN'), 'Infinity'), '-Infinity') > cast('0' as double precision)
          )
      ) as "above_zero"
    from
      "readings" as "readings"
    group by
      1
  )
select
  "readings_facts"."readings__sensor" as "readings__sensor",
  "readings_facts"."sum_value" as "sum_value",
  (
    cast("readings_facts"."average_a" as double precision) / nullif(cast("readings_facts"."average_b" as double precision), 0)
  ) as "average",
  "readings_facts"."lowest" as "lowest",
  "readings_facts"."highest" as "highest",
  coalesce("readings_facts"."present", 0) as "present",
  "readings_facts"."middle" as "middle",
  coalesce("readings_facts"."above_zero", 0) as "above_zero"
from
  "readings_facts" as "readings_facts"
order by
  1 asc nulls last
limit
  10001
