with
  "sales_facts" as (
    select
      count(*) as "rows"
    from
      "sales" as "sales"
    where
      (
        (cast("sales"."weight" as bigint) > 6)
        or (cast("sales"."amount" as bigint) >= 20)
      )
  )
select
  coalesce("sales_facts"."rows", 0) as "rows"
from
  "sales_facts" as "sales_facts"
limit
  10001
