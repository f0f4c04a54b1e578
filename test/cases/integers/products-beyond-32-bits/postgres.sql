with
  "numbers_facts" as (
    select
      (cast("numbers"."a" as bigint) * cast(1000000 as bigint)) as "numbers__product",
      cast(sum((cast("numbers"."a" as bigint) * cast("numbers"."a" as bigint))) as numeric) as "squares",
      cast(sum("numbers"."a") as numeric) as "sum_a"
    from
      "numbers" as "numbers"
    where
      ((cast("numbers"."kind" as text) collate "C") = (cast('max' as text) collate "C"))
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
