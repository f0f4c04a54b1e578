with
  "measures_facts" as (
    select
      "measures"."shop" as "measures__shop",
      stddev_samp(cast("measures"."whole" as double)) as "relative_deviation_1",
      sum("measures"."whole") as "relative_deviation_2_a",
      count("measures"."whole") as "relative_deviation_2_b"
    from
      "measures" as "measures"
    where
      ("measures"."shop" in ('a', 'b', 'c'))
    group by
      1
  )
select
  "measures_facts"."measures__shop" as "measures__shop",
  (
    "measures_facts"."relative_deviation_1" / nullif(
      (
        "measures_facts"."relative_deviation_2_a" / nullif("measures_facts"."relative_deviation_2_b", 0)
      ),
      0
    )
  ) as "relative_deviation"
from
  "measures_facts" as "measures_facts"
order by
  1 asc nulls last
limit
  10001
