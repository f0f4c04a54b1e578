with
  "words_facts" as (
    select
      sum("words"."id") filter(
        where
          ("words"."word" > 'z')
      ) as "after_z",
      sum("words"."id") filter(
        where
          (
            ("words"."word" >= 'A')
            and ("words"."word" <= 'a')
          )
      ) as "between_cases"
    from
      "words" as "words"
    where
      (
        ("words"."word" > 'z')
        or (
          ("words"."word" >= 'A')
          and ("words"."word" <= 'a')
        )
      )
  )
select
  "words_facts"."after_z" as "after_z",
  "words_facts"."between_cases" as "between_cases"
from
  "words_facts" as "words_facts"
limit
  10001
