with
  "measures_facts" as (
    select
      (cast("measures"."shop" as text) collate "C") as "measures__shop",
      stddev_samp(cast("measures"."whole" as double precision)) as "relative_deviation_1",
      cast(sum("measures"."whole") as numeric) as "relative_deviation_2_a",
      count("measures"."whole") as "relative_deviation_2_b"
    from
      "measures" as "measures"
    where
      (
        (cast("measures"."shop" as text) collate "C") in (
          (cast('a' as text) collate "C"),
          (cast('b' as text) collate "C"),
          (cast('c' as text) collate "C")
        )
      )
    group by
      1
  )
select
  "measures_facts"."measures__shop" as "measures__shop",
  (
    cast("measures_facts"."relative_deviation_1" as double precision) / nullif(
      cast(
        (
          cast("measures_facts"."relative_deviation_2_a" as double precision) / nullif(cast("measures_facts"."relative_deviation_2_b" as double precision), 0)
        ) as double precision
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
