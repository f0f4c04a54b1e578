with
  "measures_facts" as (
    select
      (cast("measures"."shop" as text) collate "C") as "measures__shop",
      stddev_samp(cast(nullif("measures"."price", 'NaN') as double precision)) as "price_deviation"
    from
      "measures" as "measures"
    group by
      1
  )
select
  "measures_facts"."measures__shop" as "measures__shop",
  "measures_facts"."price_deviation" as "price_deviation"
from
  "measures_facts" as "measures_facts"
order by
  1 asc nulls last
limit
  10001
