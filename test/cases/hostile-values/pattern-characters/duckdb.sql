with
  "texts_facts" as (
    select
      sum("texts"."id") as "ids"
    from
      "texts" as "texts"
    where
      (
        contains("texts"."text", '%')
        or starts_with("texts"."text", '_')
        or contains("texts"."text", E'\\')
      )
  )
select
  coalesce("texts_facts"."ids", 0) as "ids"
from
  "texts_facts" as "texts_facts"
limit
  10001
