with
  "sales_facts" as (
    select
      count(*) as "rows"
    from
      "sales" as "sales"
    where
      (
        (not ((cast("sales"."shop" as text) collate "C") = (cast('a' as text) collate "C")))
        or ((cast("sales"."shop" as text) collate "C") is null)
      )
  )
select
  coalesce("sales_facts"."rows", 0) as "rows"
from
  "sales_facts" as "sales_facts"
limit
  10001
