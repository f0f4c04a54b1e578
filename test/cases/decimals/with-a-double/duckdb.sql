with
  "money_facts" as (
    select
      "money"."kind" as "money__kind",
      sum(
        (
          cast("money"."amount" as double) * if (isfinite("money"."weight"), "money"."weight", null)
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
