with
  "facts_facts" as (
    select
      (
        cast(cast('1' as double precision) as double precision) / nullif(cast(cast("facts"."i" as double precision) as double precision), 0)
      ) as "facts__inverse",
      sum(nullif("facts"."d", 'NaN')) as "guarded_1",
      cast(sum("facts"."i") as numeric) as "guarded_2"
    from
      "facts" as "facts"
    group by
      1
  )
select
  "facts_facts"."facts__inverse" as "facts__inverse",
  coalesce(
    (
      cast(cast("facts_facts"."guarded_1" as double precision) as double precision) / nullif(cast(cast("facts_facts"."guarded_2" as double precision) as double precision), 0)
    ),
    cast('-1' as double precision)
  ) as "guarded"
from
  "facts_facts" as "facts_facts"
order by
  1 asc nulls last
limit
  10001
