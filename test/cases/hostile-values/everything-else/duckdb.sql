with
  "texts_facts" as (
    select
      sum("texts"."id") as "ids"
    from
      "texts" as "texts"
    where
      (
        (not ("texts"."text" in ('?', '??', '$1', '''; drop table texts; --', E'\\', 'null')))
        and ("texts"."text" is not null)
      )
  )
select
  coalesce("texts_facts"."ids", 0) as "ids"
from
  "texts_facts" as "texts_facts"
limit
  10001
