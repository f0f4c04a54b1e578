with
  "money_facts" as (
    select
      (cast("money"."kind" as text) collate "C") as "money__kind",
      sum(nullif("money"."amount", 'NaN')) as "amount",
      max(nullif("money"."amount", 'NaN')) as "largest",
      sum(nullif("money"."amount", 'NaN')) as "average_a",
      count(nullif("money"."amount", 'NaN')) as "average_b"
    from
      "money" as "money"
    group by
      1
  )
select
  "money_facts"."money__kind" as "money__kind",
  "money_facts"."amount" as "amount",
  "money_facts"."largest" as "largest",
  (
    cast("money_facts"."average_a" as double precision) / nullif(cast("money_facts"."average_b" as double precision), 0)
  ) as "average"
from
  "money_facts" as "money_facts"
order by
  1 asc nulls last
limit
  10001
