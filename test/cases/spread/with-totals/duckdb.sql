with
  "measures_facts" as (
    select
      "measures"."shop" as "measures__shop",
      stddev_samp(cast("measures"."whole" as double)) as "deviation"
    from
      "measures" as "measures"
    where
      ("measures"."shop" in ('b', 'd'))
    group by
      1
  )
select
  "measures_facts"."measures__shop" as "measures__shop",
  "measures_facts"."deviation" as "deviation"
from
  "measures_facts" as "measures_facts"
order by
  1 asc nulls last
limit
  10001
