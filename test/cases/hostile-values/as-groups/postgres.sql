with
  "texts_facts" as (
    select
      (cast("texts"."text" as text) collate "C") as "texts__text",
      cast(sum("texts"."id") as numeric) as "ids"
    from
      "texts" as "texts"
    where
      ("texts"."id" < 32769)
    group by
      1
  )
select
  "texts_facts"."texts__text" as "texts__text",
  coalesce("texts_facts"."ids", 0) as "ids"
from
  "texts_facts" as "texts_facts"
order by
  1 asc nulls last
limit
  10001
