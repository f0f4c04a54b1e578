with
  "readings_facts" as (
    select
      sum("readings"."id") as "ids"
    from
      "readings" as "readings"
    where
      (if (isfinite("readings"."value"), "readings"."value", null) is null)
  )
select
  "readings_facts"."ids" as "ids"
from
  "readings_facts" as "readings_facts"
limit
  10001
