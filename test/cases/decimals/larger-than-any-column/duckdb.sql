with
  "money_facts" as (
    select
      sum("money"."amount") as "amount"
    from
      "money" as "money"
    where
      (
        ("money"."amount" < cast('10000000000000000.00' as decimal(19, 2)))
        and ("money"."kind" = 'small')
      )
  )
select
  "money_facts"."amount" as "amount"
from
  "money_facts" as "money_facts"
limit
  10001
