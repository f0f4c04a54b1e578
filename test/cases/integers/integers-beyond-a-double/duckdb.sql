with
  "numbers_facts" as (
    select
      "numbers"."kind" as "numbers__kind",
      sum("numbers"."big") as "sum_big"
    from
      "numbers" as "numbers"
    where
      ("numbers"."kind" in ('-/-', '/0'))
    group by
      1
  )
select
  "numbers_facts"."numbers__kind" as "numbers__kind",
  "numbers_facts"."sum_big" as "sum_big"
from
  "numbers_facts" as "numbers_facts"
order by
  1 asc nulls last
limit
  10001
