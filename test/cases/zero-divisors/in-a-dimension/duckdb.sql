with
  "facts_facts" as (
    select
      (cast('1' as double) / nullif(cast("facts"."i" as double), 0)) as "facts__inverse",
      sum("facts"."d") as "guarded_1",
      sum("facts"."i") as "guarded_2"
    from
      "facts" as "facts"
    group by
      1
  )
select
  "facts_facts"."facts__inverse" as "facts__inverse",
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
