with
  "words_facts" as (
    select
      (cast("words"."word" as text) collate "C") as "words__word",
      cast(sum("words"."id") as numeric) as "ids"
    from
      "words" as "words"
    group by
      1
  )
select
  "words_facts"."words__word" as "words__word",
  "words_facts"."ids" as "ids"
from
  "words_facts" as "words_facts"
order by
  1 asc nulls last
limit
  10001
