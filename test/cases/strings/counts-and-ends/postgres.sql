with
  "words_facts" as (
    select
      count(distinct (cast("words"."word" as text) collate "C")) as "different",
      count((cast("words"."word" as text) collate "C")) as "present",
      min((cast("words"."word" as text) collate "C")) as "first_word",
      max((cast("words"."word" as text) collate "C")) as "last_word"
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
