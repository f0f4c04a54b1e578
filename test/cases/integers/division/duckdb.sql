with
  "numbers_facts" as (
    select
      (cast("numbers"."a" as double) / nullif(cast("numbers"."b" as double), 0)) as "numbers__quotient",
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
