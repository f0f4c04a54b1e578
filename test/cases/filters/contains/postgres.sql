with
  "items_facts" as (
    select
      cast(sum("items"."id") as numeric) as "ids"
    from
      "items" as "items"
    where
      (
        (strpos((cast("items"."color" as text) collate "C"), (cast('ed' as text) collate "C")) > 0)
        and starts_with((cast("items"."color" as text) collate "C"), (cast('r' as text) collate "C"))
      )
  )
select
  coalesce("items_facts"."ids", 0) as "ids"
from
  "items_facts" as "items_facts"
limit
  10001
