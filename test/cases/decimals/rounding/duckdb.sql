with
  "money_facts" as (
    select
      cast(round("money"."amount", 1) as decimal(19, 2)) as "money__rounded",
      sum("money"."amount") as "amount",
      sum((cast("money"."amount" as decimal(27, 2)) * "money"."rate")) as "rounded_total"
    from
      "money" as "money"
    where
      ("money"."kind" = 'small')
    group by
      1
  )
select
  "money_facts"."money__rounded" as "money__rounded",
  "money_facts"."amount" as "amount",
  cast(round("money_facts"."rounded_total", 2) as decimal(38, 8)) as "rounded_total"
from
  "money_facts" as "money_facts"
order by
  1 asc nulls last
limit
  10001
