with
  "money_facts" as (
    select
      "money"."kind" as "money__kind",
      sum("money"."amount") as "amount",
      max("money"."amount") as "largest",
      sum("money"."amount") as "average_a",
      count("money"."amount") as "average_b"
    from
      "money" as "money"
    group by
      1
  )
select
  "money_facts"."money__kind" as "money__kind",
  "money_facts"."amount" as "amount",
  "money_facts"."largest" as "largest",
  ("money_facts"."average_a" / nullif("money_facts"."average_b", 0)) as "average"
from
  "money_facts" as "money_facts"
order by
  1 asc nulls last
limit
  10001
