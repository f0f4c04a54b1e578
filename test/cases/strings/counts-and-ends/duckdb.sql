with
  "words_facts" as (
    select
      count(distinct "words"."word") as "different",
      count("words"."word") as "present",
      min("words"."word") as "first_word",
      max("words"."word") as "last_word"
    from
      "words" as "words"
  )
select
  coalesce("words_facts"."different", 0) as "different",
  coalesce("words_facts"."present", 0) as "present",
  "words_facts"."first_word" as "first_word",
  "words_facts"."last_word" as "last_word"
from
  "words_facts" as "words_facts"
limit
  10001
