with
  "money_facts" as (
    select
      sum(nullif("money"."amount", 'NaN')) as "amount"
    from
      "money" as "money"
    where
      (
        (nullif("money"."amount", 'NaN') < cast('10000000000000000.00' as numeric(19, 2)))
        and ((cast("money"."kind" as text) collate "C") = (cast('small' as text) collate "C"))
      )
  )
select
  "money_facts"."amount" as "amount"
from
  "money_facts" as "money_facts"
limit
  10001
