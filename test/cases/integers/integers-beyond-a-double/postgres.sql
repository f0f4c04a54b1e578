with
  "numbers_facts" as (
    select
      (cast("numbers"."kind" as text) collate "C") as "numbers__kind",
      cast(sum("numbers"."big") as numeric) as "sum_big"
    from
      "numbers" as "numbers"
    where
      (
        (cast("numbers"."kind" as text) collate "C") in ((cast('-/-' as text) collate "C"), (cast('/0' as text) collate "C"))
      )
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
