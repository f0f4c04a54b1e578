with
  "measures_facts" as (
    select
      (cast("measures"."shop" as text) collate "C") as "measures__shop",
      stddev_samp(cast("measures"."whole" as double precision)) as "deviation_or_zero"
    from
      "measures" as "measures"
    group by
      1
  )
select
  "measures_facts"."measures__shop" as "measures__shop",
  coalesce("measures_facts"."deviation_or_zero", cast('0' as double precision)) as "deviation_or_zero"
from
  "measures_facts" as "measures_facts"
order by
  1 asc nulls last
limit
  10001
