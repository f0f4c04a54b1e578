with
  "money_facts" as (
    select
      "money"."kind" as "money__kind",
      sum((cast("money"."amount" as decimal(23, 6)) + "money"."rate")) as "plus_rate",
      sum(("money"."amount" - cast('1' as decimal(22, 2)))) as "minus_whole",
      sum("money"."amount") as "cents"
    from
      "money" as "money"
    group by
      1
  )
select
  "money_facts"."money__kind" as "money__kind",
  "money_facts"."plus_rate" as "plus_rate",
  "money_facts"."minus_whole" as "minus_whole",
  ("money_facts"."cents" * cast('100' as decimal(19, 0))) as "cents"
from
  "money_facts" as "money_facts"
order by
  1 asc nulls last
limit
  10001
