with
  "measures_facts" as (
    select
      (cast("measures"."shop" as text) collate "C") as "measures__shop",
      stddev_samp(cast("measures"."whole" as double precision)) as "deviation",
      var_samp(cast("measures"."whole" as double precision)) as "variance_of_wholes"
    from
      "measures" as "measures"
    group by
      1
  )
select
  "measures_facts"."measures__shop" as "measures__shop",
  "measures_facts"."deviation" as "deviation",
  "measures_facts"."variance_of_wholes" as "variance_of_wholes"
from
  "measures_facts" as "measures_facts"
order by
  1 asc nulls last
limit
  10001
