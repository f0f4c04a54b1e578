with
  "measures_facts" as (
    select
      (cast("measures"."shop" as text) collate "C") as "measures__shop",
      stddev_samp(cast("measures"."whole" as double precision)) as "small_deviation"
    from
      "measures" as "measures"
    where
      (cast("measures"."whole" as bigint) < 5)
    group by
      1
  )
select
  "measures_facts"."measures__shop" as "measures__shop",
  "measures_facts"."small_deviation" as "small_deviation"
from
  "measures_facts" as "measures_facts"
order by
  1 asc nulls last
limit
  10001
