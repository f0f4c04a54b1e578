with
  "odd_facts_facts" as (
    select
      (cast("odd_facts"."order" as text) collate "C") as "odd_facts__ordering",
      (cast("odd_facts"."日本" as text) collate "C") as "odd_facts__japan",
      "odd_facts"."a.b" as "odd_facts__dotted",
      cast(sum("odd_facts"."?") as numeric) as "question_marks",
      cast(
        sum((cast("odd_facts"." " as bigint) + cast("odd_facts"."x as y" as bigint))) filter (
          where
            ((cast("odd_facts"."order" as text) collate "C") <> (cast('?' as text) collate "C"))
        ) as numeric
      ) as "blanks"
    from
      "odd schema?"."tab""le" as "odd_facts"
    group by
      1,
      2,
      3
  )
select
  "odd_facts_facts"."odd_facts__ordering" as "odd_facts__ordering",
  "odd_facts_facts"."odd_facts__japan" as "odd_facts__japan",
  "odd_facts_facts"."odd_facts__dotted" as "odd_facts__dotted",
  "odd_facts_facts"."question_marks" as "question_marks",
  "odd_facts_facts"."blanks" as "blanks"
from
  "odd_facts_facts" as "odd_facts_facts"
order by
  1 asc nulls last,
  2 asc nulls last,
  3 asc nulls last
limit
  10001
