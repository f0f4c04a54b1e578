with
  "facts_facts" as (
    select
      (cast("facts"."kind" as text) collate "C") as "facts__kind",
      sum(nullif("facts"."d", 'NaN')) as "by_integer_1",
      cast(sum("facts"."i") as numeric) as "by_integer_2",
      sum(nullif(nullif(nullif("facts"."f", 'NaN'), 'Infinity'), '-Infinity')) as "by_double_2",
      count(*) as "rows_by_zero"
    from
      "facts" as "facts"
    group by
      1
  )
select
  "facts_facts"."facts__kind" as "facts__kind",
  (
    cast(cast("facts_facts"."by_integer_1" as double precision) as double precision) / nullif(cast(cast("facts_facts"."by_integer_2" as double precision) as double precision), 0)
  ) as "by_integer",
  (
    cast(cast("facts_facts"."by_integer_2" as double precision) as double precision) / nullif(cast(cast("facts_facts"."by_integer_1" as double precision) as double precision), 0)
  ) as "by_decimal",
  (
    cast(cast("facts_facts"."by_integer_2" as double precision) as double precision) / nullif(cast("facts_facts"."by_double_2" as double precision), 0)
  ) as "by_double",
  (
    cast(cast(coalesce("facts_facts"."rows_by_zero", 0) as double precision) as double precision) / nullif(cast(cast('0' as double precision) as double precision), 0)
  ) as "rows_by_zero",
  (
    cast(cast('1' as double precision) as double precision) / nullif(cast(("facts_facts"."by_double_2" - "facts_facts"."by_double_2") as double precision), 0)
  ) as "small_over_sum"
from
  "facts_facts" as "facts_facts"
order by
  1 asc nulls last
limit
  10001
