with
  "odd_facts_facts" as (
    select
      cast(date_trunc('month', timezone ('Europe/London', "odd_facts"."it's")) as date) as "time",
      cast(sum("odd_facts"."?") as numeric) as "question_marks"
    from
      "odd schema?"."tab""le" as "odd_facts"
    where
      (
        (
          (
            not (
              (cast("odd_facts"."order" as text) collate "C") in ((cast('?' as text) collate "C"), (cast('$1' as text) collate "C"))
            )
          )
          or ((cast("odd_facts"."order" as text) collate "C") is null)
        )
        and ("odd_facts"."it's" >= cast('2024-01-01 00:00:00Z' as timestamptz))
      )
    group by
      1
  )
select
  "odd_facts_facts"."time" as "time",
  "odd_facts_facts"."question_marks" as "question_marks"
from
  "odd_facts_facts" as "odd_facts_facts"
order by
  1 asc nulls last
limit
  10001
