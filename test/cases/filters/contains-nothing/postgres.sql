with
  "items_facts" as (
    select
      cast(sum("items"."id") as numeric) as "ids"
    from
      "items" as "items"
    where
      (strpos((cast("items"."color" as text) collate "C"), (cast('' as text) collate "C")) > 0)
  )
select
  coalesce("items_facts"."ids", 0) as "ids"
from
  "items_facts" as "items_facts"
limit
  10001
