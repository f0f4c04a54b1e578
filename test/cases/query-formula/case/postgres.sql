with
  "sales_facts" as (
    select
      count(*) as "rows"
    from
      "sales" as "sales"
    where
      case
        when ((cast("sales"."shop" as text) collate "C") = (cast('a' as text) collate "C")) then (cast("sales"."amount" as bigint) > 10)
        else ("sales"."amount" is null)
      end
  )
select
  coalesce("sales_facts"."rows", 0) as "rows"
from
  "sales_facts" as "sales_facts"
limit
  10001
