with
  "money_facts" as (
    select
      (cast("money"."kind" as text) collate "C") as "money__kind",
      sum(
        (
          cast(nullif("money"."amount", 'NaN') as double precision) * nullif(nullif(nullif("money"."weight", 'NaN'), 'Infinity'), '-Infinity')
        )
      ) as "weighted"
    from
      "money" as "money"
    group by
      1
  )
select
  "money_facts"."money__kind" as "money__kind",
  "money_facts"."weighted" as "weighted"
from
  "money_facts" as "money_facts"
order by
  1 asc nulls last
limit
  10001
