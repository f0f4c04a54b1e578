with
  "money_facts" as (
    select
      cast(
        round(cast(nullif("money"."amount", 'NaN') as numeric), cast(1 as integer)) as numeric(19, 2)
      ) as "money__rounded",
      sum(nullif("money"."amount", 'NaN')) as "amount",
      sum((nullif("money"."amount", 'NaN') * nullif("money"."rate", 'NaN'))) as "rounded_total"
    from
      "money" as "money"
    where
      ((cast("money"."kind" as text) collate "C") = (cast('small' as text) collate "C"))
    group by
      1
  )
select
  "money_facts"."money__rounded" as "money__rounded",
  "money_facts"."amount" as "amount",
  cast(
    round(cast("money_facts"."rounded_total" as numeric), cast(2 as integer)) as numeric(38, 8)
  ) as "rounded_total"
from
  "money_facts" as "money_facts"
order by
  1 asc nulls last
limit
  10001
