with
  "money_facts" as (
    select
      sum(nullif("money"."amount", 'NaN')) as "amount"
    from
      "money" as "money"
    where
      (nullif("money"."amount", 'NaN') >= cast('0.01' as numeric(19, 2)))
  )
select
  "money_facts"."amount" as "amount"
from
  "money_facts" as "money_facts"
limit
  10001
