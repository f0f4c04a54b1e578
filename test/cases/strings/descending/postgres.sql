with
  "words_facts" as (
    select
      (cast("words"."word" as text) collate "C") as "words__word",
      cast(sum("words"."id") as numeric) as "ids"
    from
      "words" as "words"
    where
      (
        (
          not (
            (cast("words"."word" as text) collate "C") in (
              (cast('apple' as text) collate "C"),
              (cast('Apple' as text) collate "C"),
              (cast('apple ' as text) collate "C"),
              (cast(' apple' as text) collate "C"),
              (cast('10' as text) collate "C"),
              (cast('9' as text) collate "C"),
              (cast('_' as text) collate "C"),
              (cast('ss' as text) collate "C")
            )
          )
        )
        or ((cast("words"."word" as text) collate "C") is null)
      )
    group by
      1
  )
select
  "words_facts"."words__word" as "words__word",
  "words_facts"."ids" as "ids"
from
  "words_facts" as "words_facts"
order by
  1 desc nulls last
limit
  10001
