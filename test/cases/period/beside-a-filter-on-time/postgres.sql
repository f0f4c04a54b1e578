with
  "days_facts" as (
    select
      cast(sum("days"."id") as numeric) as "day_ids"
    from
      "days" as "days"
    where
      (
        ("days"."happened_on" < cast('2024-08-01' as date))
        and ("days"."happened_on" >= cast('2024-07-01' as date))
      )
  )
select
  "days_facts"."day_ids" as "day_ids"
from
  "days_facts" as "days_facts"
limit
  10001
