with
  "texts_facts" as (
    select
      cast(sum("texts"."id") as numeric) as "ids"
    from
      "texts" as "texts"
    where
      (
        (cast("texts"."text" as text) collate "C") in (
          (cast('?' as text) collate "C"),
          (cast('??' as text) collate "C"),
          (cast('$1' as text) collate "C"),
          (cast(':name' as text) collate "C"),
          (cast('${x}' as text) collate "C"),
          (cast('{}' as text) collate "C")
        )
      )
  )
select
  coalesce("texts_facts"."ids", 0) as "ids"
from
  "texts_facts" as "texts_facts"
limit
  10001
