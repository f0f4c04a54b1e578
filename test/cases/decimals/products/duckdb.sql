with
  "money_facts" as (
    select
      "money"."kind" as "money__kind",
      sum((cast("money"."amount" as decimal(27, 2)) * "money"."rate")) as "converted",
      sum(((cast("money"."amount" as decimal(27, 2)) * "money"."rate") * "money"."fine")) as "finest",
      sum((cast("money"."amount" as decimal(28, 2)) * cast("money"."pieces" as decimal(10, 0)))) as "times_pieces"
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
