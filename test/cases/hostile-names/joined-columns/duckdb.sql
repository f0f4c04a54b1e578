with
  "odd_facts_facts" as (
    select
      "odd_places"."Straße" as "odd_places__street",
      "odd_places"."percent %s $1 :name ??" as "odd_places__percent",
      sum("odd_facts"."?") as "question_marks"
    from
      "odd schema?"."tab""le" as "odd_facts"
      left join "select * from ""x""; --" as "odd_places" on "odd_facts"."we ""quote"" it" = "odd_places"."a key?"
    where
      (
        (not ("odd_places"."percent %s $1 :name ??" = '?'))
        or ("odd_places"."percent %s $1 :name ??" is null)
      )
    group by
      1,
      2
  ),
  "odd_places_facts" as (
    select
      "odd_places"."Straße" as "odd_places__street",
      "odd_places"."percent %s $1 :name ??" as "odd_places__percent",
      count(distinct "odd_places"."a key?") as "keys"
    from
      "select * from ""x""; --" as "odd_places"
    where
      (
        (not ("odd_places"."percent %s $1 :name ??" = '?'))
        or ("odd_places"."percent %s $1 :name ??" is null)
      )
    group by
      1,
      2
  ),
  "all_facts" as (
    select
      "odd_facts_facts"."odd_places__street" as "odd_places__street",
      "odd_facts_facts"."odd_places__percent" as "odd_places__percent",
      "odd_facts_facts"."question_marks" as "question_marks",
      cast(null as bigint) as "keys"
    from
      "odd_facts_facts"
    union all
    select
      "odd_places_facts"."odd_places__street" as "odd_places__street",
      "odd_places_facts"."odd_places__percent" as "odd_places__percent",
      cast(null as hugeint) as "question_marks",
      "odd_places_facts"."keys" as "keys"
    from
      "odd_places_facts"
  ),
  "stitched" as (
    select
      "all_facts"."odd_places__street" as "odd_places__street",
      "all_facts"."odd_places__percent" as "odd_places__percent",
      max("all_facts"."question_marks") as "question_marks",
      max("all_facts"."keys") as "keys"
    from
      "all_facts" as "all_facts"
    group by
      1,
      2
  )
select
  "stitched"."odd_places__street" as "odd_places__street",
  "stitched"."odd_places__percent" as "odd_places__percent",
  "stitched"."question_marks" as "question_marks",
  coalesce("stitched"."keys", 0) as "keys"
from
  "stitched" as "stitched"
order by
  1 asc nulls last,
  2 asc nulls last
limit
  10001
