with
  "measures_facts" as (
    select
      (cast("measures"."shop" as text) collate "C") as "measures__shop",
      stddev_samp(cast("measures"."whole" as double precision)) as "deviation"
    from
      "measures" as "measures"
    where
      (
        (cast("measures"."shop" as text) collate "C") in ((cast('b' as text) collate "C"), (cast('d' as text) collate "C"))
      )
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
