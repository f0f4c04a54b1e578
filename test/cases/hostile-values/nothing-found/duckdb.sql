with
  "texts_facts" as (
    select
      sum("texts"."id") as "ids"
    from
      "texts" as "texts"
    where
      ("texts"."text" = ''' or ''1''=''1')
  )
select
  coalesce("texts_facts"."ids", 0) as "ids"
from
  "texts_facts" as "texts_facts"
limit
  10001
