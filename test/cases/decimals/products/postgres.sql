with
  "money_facts" as (
    select
      (cast("money"."kind" as text) collate "C") as "money__kind",
      sum((nullif("money"."amount", 'NaN') * nullif("money"."rate", 'NaN'))) as "converted",
      sum(
        (
          (nullif("money"."amount", 'NaN') * nullif("money"."rate", 'NaN')) * nullif("money"."fine", 'NaN')
        )
      ) as "finest",
      sum((nullif("money"."amount", 'NaN') * cast("money"."pieces" as numeric(10, 0)))) as "times_pieces"
    from
      "money" as "money"
    group by
      1
  )
select
  "money_facts"."money__kind" as "money__kind",
  "money_facts"."converted" as "converted",
  "money_facts"."finest" as "finest",
  "money_facts"."times_pieces" as "times_pieces"
from
  "money_facts" as "money_facts"
order by
  1 asc nulls last
limit
  10001
