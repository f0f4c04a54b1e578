with
  "numbers_facts" as (
    select
      (
        cast(cast("numbers"."a" as double precision) as double precision) / nullif(cast(cast("numbers"."b" as double precision) as double precision), 0)
      ) as "numbers__quotient",
      count(*) as "row_count"
    from
      "numbers" as "numbers"
    group by
      1
  )
select
  "numbers_facts"."numbers__quotient" as "numbers__quotient",
  coalesce("numbers_facts"."row_count", 0) as "row_count"
from
  "numbers_facts" as "numbers_facts"
order by
  1 asc nulls last
limit
  10001
