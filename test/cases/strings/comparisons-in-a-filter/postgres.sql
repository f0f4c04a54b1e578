with
  "words_facts" as (
    select
      cast(sum("words"."id") as numeric) as "ids"
    from
      "words" as "words"
    where
      (
        ((cast("words"."word" as text) collate "C") > (cast('z' as text) collate "C"))
        and ((cast("words"."word" as text) collate "C") < (cast('😀' as text) collate "C"))
      )
  )
select
  "words_facts"."ids" as "ids"
from
  "words_facts" as "words_facts"
limit
  10001
