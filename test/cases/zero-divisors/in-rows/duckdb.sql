with
  "facts_facts" as (
    select
      "facts"."kind" as "facts__kind",
      sum((cast("facts"."d" as double) / nullif(cast("facts"."i" as double), 0))) as "row_ratios",
      sum("facts"."d") as "guarded_1",
      sum("facts"."i") as "guarded_2"
    from
      "facts" as "facts"
    group by
      1
  )
select
  "facts_facts"."facts__kind" as "facts__kind",
  "facts_facts"."row_ratios" as "row_ratios",
  coalesce(
    (
      cast("facts_facts"."guarded_1" as double) / nullif(cast("facts_facts"."guarded_2" as double), 0)
    ),
    cast('-1' as double)
  ) as "guarded"
from
  "facts_facts" as "facts_facts"
order by
  1 asc nulls last
limit
  10001
