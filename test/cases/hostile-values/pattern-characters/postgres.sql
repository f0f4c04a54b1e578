with
  "texts_facts" as (
    select
      cast(sum("texts"."id") as numeric) as "ids"
    from
      "texts" as "texts"
    where
      (
        (strpos((cast("texts"."text" as text) collate "C"), (cast('%' as text) collate "C")) > 0)
        or starts_with((cast("texts"."text" as text) collate "C"), (cast('_' as text) collate "C"))
        or (strpos((cast("texts"."text" as text) collate "C"), (cast(E'\\' as text) collate "C")) > 0)
      )
  )
select
  coalesce("texts_facts"."ids", 0) as "ids"
from
  "texts_facts" as "texts_facts"
limit
  10001
