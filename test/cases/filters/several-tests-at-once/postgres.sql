with
  "items_facts" as (
    select
      cast(sum("items"."id") as numeric) as "ids"
    from
      "items" as "items"
    where
      (
        (
          (not ("items"."size" = 1))
          or ("items"."size" is null)
        )
        and ("items"."size" < 3)
        and ("items"."size" >= 0)
      )
  )
select
  coalesce("items_facts"."ids", 0) as "ids"
from
  "items_facts" as "items_facts"
limit
  10001
