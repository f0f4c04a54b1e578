with
  "readings_facts" as (
    select
      "readings"."sensor" as "readings__sensor",
      count(distinct if (isfinite("readings"."value"), "readings"."value", null)) as "different"
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
