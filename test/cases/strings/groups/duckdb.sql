with
  "words_facts" as (
    select
      "words"."word" as "words__word",
      sum("words"."id") as "ids"
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
