with
  "texts_facts" as (
    select
      cast(
        sum("texts"."id") filter (
          where
            (
              (cast("texts"."text" as text) collate "C") in (
                (cast('it''s ?' as text) collate "C"),
                (cast('$1' as text) collate "C"),
                (cast(E'\\' as text) collate "C"),
                (cast('--' as text) collate "C"),
                (cast('/* */' as text) collate "C"),
                (cast('%' as text) collate "C"),
                (cast('😀' as text) collate "C")
              )
            )
        ) as numeric
      ) as "literal_ids",
      cast(
        sum("texts"."id") filter (
          where
            (
              (
                (cast("texts"."text" as text) collate "C") like (cast(E'100\\%' as text) collate "C") escape '\'
              )
              or (
                (cast("texts"."text" as text) collate "C") like (cast('_' as text) collate "C") escape '\'
              )
            )
        ) as numeric
      ) as "like_ids"
    from
      "texts" as "texts"
    where
      (
        (
          (cast("texts"."text" as text) collate "C") in (
            (cast('it''s ?' as text) collate "C"),
            (cast('$1' as text) collate "C"),
            (cast(E'\\' as text) collate "C"),
            (cast('--' as text) collate "C"),
            (cast('/* */' as text) collate "C"),
            (cast('%' as text) collate "C"),
            (cast('😀' as text) collate "C")
          )
        )
        or (
          (
            (cast("texts"."text" as text) collate "C") like (cast(E'100\\%' as text) collate "C") escape '\'
          )
          or (
            (cast("texts"."text" as text) collate "C") like (cast('_' as text) collate "C") escape '\'
          )
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
