with
  "words_facts" as (
    select
      sum("words"."id") as "ids"
    from
      "words" as "words"
    where
      (
        ("words"."word" > 'z')
        and ("words"."word" < '😀')
      )
  )
select
  "words_facts"."ids" as "ids"
from
  "words_facts" as "words_facts"
limit
  10001
