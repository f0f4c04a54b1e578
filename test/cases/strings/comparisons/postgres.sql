with
  "words_facts" as (
    select
      cast(
        sum("words"."id") filter (
          where
            ((cast("words"."word" as text) collate "C") > (cast('z' as text) collate "C"))
        ) as numeric
      ) as "after_z",
      cast(
        sum("words"."id") filter (
          where
            (
              ((cast("words"."word" as text) collate "C") >= (cast('A' as text) collate "C"))
              and ((cast("words"."word" as text) collate "C") <= (cast('a' as text) collate "C"))
            )
        ) as numeric
      ) as "between_cases"
    from
      "words" as "words"
    where
      (
        ((cast("words"."word" as text) collate "C") > (cast('z' as text) collate "C"))
        or (
          ((cast("words"."word" as text) collate "C") >= (cast('A' as text) collate "C"))
          and ((cast("words"."word" as text) collate "C") <= (cast('a' as text) collate "C"))
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
