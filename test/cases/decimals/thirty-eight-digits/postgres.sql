with
  "money_facts" as (
    select
      sum(nullif("money"."huge", 'NaN')) as "huge_total",
      sum(nullif("money"."amount", 'NaN')) as "net_1"
    from
      "money" as "money"
    where
      (
        (not ((cast("money"."kind" as text) collate "C") = (cast('large' as text) collate "C")))
        or ((cast("money"."kind" as text) collate "C") is null)
      )
  )
select
  "money_facts"."huge_total" as "huge_total",
  ("money_facts"."net_1" - "money_facts"."huge_total") as "net"
from
  "money_facts" as "money_facts"
limit
  10001
