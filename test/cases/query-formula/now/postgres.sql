with
  "sales_facts" as (
    select
      count(*) as "rows"
    from
      "sales" as "sales"
    where
      (
        "sales"."day" < cast(timezone ('Europe/London', cast('2024-02-01 12:00:00Z' as timestamptz)) as date)
      )
  )
select
  coalesce("sales_facts"."rows", 0) as "rows"
from
  "sales_facts" as "sales_facts"
limit
  10001
