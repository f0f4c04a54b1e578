with
  "money_facts" as (
    select
      sum("money"."amount") as "amount"
    from
      "money" as "money"
    where
      ("money"."amount" >= cast('0.01' as decimal(19, 2)))
  )
select
  "money_facts"."amount" as "amount"
from
  "money_facts" as "money_facts"
limit
  10001
