with
  "numbers_facts" as (
    select
      (cast("numbers"."a" as bigint) * 1000000) as "numbers__product",
      sum((cast("numbers"."a" as bigint) * cast("numbers"."a" as bigint))) as "squares",
      sum("numbers"."a") as "sum_a"
    from
      "numbers" as "numbers"
    where
      ("numbers"."kind" = 'max')
    group by
      1
  )
select
  "numbers_facts"."numbers__product" as "numbers__product",
  "numbers_facts"."squares" as "squares",
  "numbers_facts"."sum_a" as "sum_a"
from
  "numbers_facts" as "numbers_facts"
order by
  1 asc nulls last
limit
  10001
