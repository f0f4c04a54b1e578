with
  "money_facts" as (
    select
      sum("money"."amount") as "amount"
    from
      "money" as "money"
    where
      (
        (cast("money"."amount" as decimal(27, 2)) * "money"."rate") = cast('0.05000000' as decimal(28, 8))
      )
  )
select
  "money_facts"."amount" as "amount"
from
  "money_facts" as "money_facts"
limit
  10001
