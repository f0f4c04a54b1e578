with
  "money_facts" as (
    select
      sum(nullif("money"."amount", 'NaN')) as "amount"
    from
      "money" as "money"
    where
      (
        (nullif("money"."amount", 'NaN') * nullif("money"."rate", 'NaN')) = cast('0.05000000' as numeric(28, 8))
      )
  )
select
  "money_facts"."amount" as "amount"
from
  "money_facts" as "money_facts"
limit
  10001
