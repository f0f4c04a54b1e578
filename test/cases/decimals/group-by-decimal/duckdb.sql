with
  "money_facts" as (
    select
      "money"."amount" as "money__amount",
      sum("money"."amount") as "amount"
    from
      "money" as "money"
    where
      ("money"."kind" in ('near', 'large'))
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
