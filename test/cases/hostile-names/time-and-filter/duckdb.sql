with
  "odd_facts_facts" as (
    select
      coalesce(
        cast(timezone('Europe/London', "odd_facts"."it's") as date) - cast(day(cast(timezone('Europe/London', "odd_facts"."it's") as date)) - 1 as integer),
        cast(timezone('Europe/London', "odd_facts"."it's") as date)
      ) as "time",
      sum("odd_facts"."?") as "question_marks"
    from
      "odd schema?"."tab""le" as "odd_facts"
    where
      (
        (
          (not ("odd_facts"."order" in ('?', '$1')))
          or ("odd_facts"."order" is null)
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
