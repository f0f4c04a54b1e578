with
  "readings_facts" as (
    select
      "readings"."sensor" as "readings__sensor",
      sum(if (isfinite("readings"."value"), "readings"."value", null)) as "sum_value",
      sum(if (isfinite("readings"."value"), "readings"."value", null)) as "average_a",
      count(if (isfinite("readings"."value"), "readings"."value", null)) as "average_b",
      min(if (isfinite("readings"."value"), "readings"."value", null)) as "lowest",
      max(if (isfinite("readings"."value"), "readings"."value", null)) as "highest",
      count(if (isfinite("readings"."value"), "readings"."value", null)) as "present",
      quantile_cont(if (isfinite("readings"."value"), "readings"."value", null), 0.5) as "middle",
      count(*) filter(
        where
          (if (isfinite("readings"."value"), "readings"."value", null) > cast('0' as double))
      ) as "above_zero"
    from
      "readings" as "readings"
    group by
      1
  )
select
  "readings_facts"."readings__sensor" as "readings__sensor",
  "readings_facts"."sum_value" as "sum_value",
  ("readings_facts"."average_a" / nullif("readings_facts"."average_b", 0)) as "average",
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
