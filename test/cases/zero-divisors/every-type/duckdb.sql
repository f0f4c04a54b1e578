with
  "facts_facts" as (
    select
      "facts"."kind" as "facts__kind",
      sum("facts"."d") as "by_integer_1",
      sum("facts"."i") as "by_integer_2",
      sum(if (isfinite("facts"."f"), "facts"."f", null)) as "by_double_2",
      count(*) as "rows_by_zero"
    from
      "facts" as "facts"
    group by
      1
  )
select
  "facts_facts"."facts__kind" as "facts__kind",
  (
    cast("facts_facts"."by_integer_1" as double) / nullif(cast("facts_facts"."by_integer_2" as double), 0)
  ) as "by_integer",
  (
    cast("facts_facts"."by_integer_2" as double) / nullif(cast("facts_facts"."by_integer_1" as double), 0)
  ) as "by_decimal",
  (cast("facts_facts"."by_integer_2" as double) / nullif("facts_facts"."by_double_2", 0)) as "by_double",
  (
    cast(coalesce("facts_facts"."rows_by_zero", 0) as double) / nullif(cast('0' as double), 0)
  ) as "rows_by_zero",
  (
    cast('1' as double) / nullif(("facts_facts"."by_double_2" - "facts_facts"."by_double_2"), 0)
  ) as "small_over_sum"
from
  "facts_facts" as "facts_facts"
order by
  1 asc nulls last
limit
  10001
