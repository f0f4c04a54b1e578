with
  "money_facts" as (
    select
      sum("money"."huge") as "huge_total",
      sum("money"."amount") as "net_1"
    from
      "money" as "money"
    where
      (
        (not ("money"."kind" = 'large'))
        or ("money"."kind" is null)
      )
  )
select
  "money_facts"."huge_total" as "huge_total",
  ("money_facts"."net_1" - "money_facts"."huge_total") as "net"
from
  "money_facts" as "money_facts"
limit
  10001
