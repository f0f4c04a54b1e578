with
  "money_facts" as (
    select
      (cast("money"."kind" as text) collate "C") as "money__kind",
      sum((cast(nullif("money"."amount", 'NaN') as numeric(23, 6)) + nullif("money"."rate", 'NaN'))) as "plus_rate",
      sum((nullif("money"."amount", 'NaN') - cast('1' as numeric(22, 2)))) as "minus_whole",
      sum(nullif("money"."amount", 'NaN')) as "cents"
    from
      "money" as "money"
    group by
      1
  )
select
  "money_facts"."money__kind" as "money__kind",
  "money_facts"."plus_rate" as "plus_rate",
  "money_facts"."minus_whole" as "minus_whole",
  ("money_facts"."cents" * cast('100' as numeric(19, 0))) as "cents"
from
  "money_facts" as "money_facts"
order by
  1 asc nulls last
limit
  10001
