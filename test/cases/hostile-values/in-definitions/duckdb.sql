with
  "texts_facts" as (
    select
      sum("texts"."id") filter(
        where
          ("texts"."text" in ('it''s ?', '$1', E'\\', '--', '/* */', '%', '😀'))
      ) as "literal_ids",
      sum("texts"."id") filter(
        where
          (
            ("texts"."text" like E'100\\%' escape '\')
            or ("texts"."text" like '_' escape '\')
          )
      ) as "like_ids"
    from
      "texts" as "texts"
    where
      (
        ("texts"."text" in ('it''s ?', '$1', E'\\', '--', '/* */', '%', '😀'))
        or (
          ("texts"."text" like E'100\\%' escape '\')
          or ("texts"."text" like '_' escape '\')
        )
      )
  )
select
  coalesce("texts_facts"."literal_ids", 0) as "literal_ids",
  coalesce("texts_facts"."like_ids", 0) as "like_ids"
from
  "texts_facts" as "texts_facts"
limit
  10001
