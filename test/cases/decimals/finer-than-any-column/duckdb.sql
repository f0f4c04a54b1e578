with
  "money_facts" as (
    select
      sum("money"."amount") as "amount"
    from
      "money" as "money"
    where
      (
        ("money"."amount" < cast('1' as decimal(1, 0)))
        and ("money"."amount" > cast('0.00000000000000000000000000000000000001' as decimal(38, 38)))
      )
  )
select
  "money_facts"."amount" as "amount"
from
  "money_facts" as "money_facts"
limit
  10001
