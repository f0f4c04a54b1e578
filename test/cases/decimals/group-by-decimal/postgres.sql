with
  "money_facts" as (
    select
      nullif("money"."amount", 'NaN') as "money__amount",
      sum(nullif("money"."amount", 'NaN')) as "amount"
    from
      "money" as "money"
    where
      (
        (cast("money"."kind" as text) collate "C") in ((cast('near' as text) collate "C"), (cast('large' as text) collate "C"))
      )
    group by
      1
  )
select
  "money_facts"."money__amount" as "money__amount",
  "money_facts"."amount" as "amount"
from
  "money_facts" as "money_facts"
order by
  1 asc nulls last
limit
  10001
