with
  "texts_facts" as (
    select
      cast(sum("texts"."id") as numeric) as "ids"
    from
      "texts" as "texts"
    where
      (
        (
          not (
            (cast("texts"."text" as text) collate "C") in (
              (cast('?' as text) collate "C"),
              (cast('??' as text) collate "C"),
              (cast('$1' as text) collate "C"),
              (cast('''; drop table texts; --' as text) collate "C"),
              (cast(E'\\' as text) collate "C"),
              (cast('null' as text) collate "C")
            )
          )
        )
        and ((cast("texts"."text" as text) collate "C") is not null)
      )
  )
select
  coalesce("texts_facts"."ids", 0) as "ids"
from
  "texts_facts" as "texts_facts"
limit
  10001
