with
  "odd_facts_facts" as (
    select
      (cast("odd_places"."Straße" as text) collate "C") as "odd_places__street",
      (cast("odd_places"."percent %s $1 :name ??" as text) collate "C") as "odd_places__percent",
      cast(sum("odd_facts"."?") as numeric) as "question_marks"
    from
      "odd schema?"."tab""le" as "odd_facts"
      left join "select * from ""x""; --" as "odd_places" on "odd_facts"."we ""quote"" it" = "odd_places"."a key?"
    where
      (
        (
          not (
            (cast("odd_places"."percent %s $1 :name ??" as text) collate "C") = (cast('?' as text) collate "C")
          )
        )
        or ((cast("odd_places"."percent %s $1 :name ??" as text) collate "C") is null)
      )
    group by
      1,
      2
  ),
  "odd_places_facts" as (
    select
      (cast("odd_places"."Straße" as text) collate "C") as "odd_places__street",
      (cast("odd_places"."percent %s $1 :name ??" as text) collate "C") as "odd_places__percent",
      count(distinct "odd_places"."a key?") as "keys"
    from
      "select * from ""x""; --" as "odd_places"
    where
      (
        (
          not (
            (cast("odd_places"."percent %s $1 :name ??" as text) collate "C") = (cast('?' as text) collate "C")
          )
        )
        or ((cast("odd_places"."percent %s $1 :name ??" as text) collate "C") is null)
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
      cast(null as numeric) as "question_marks",
      "odd_places_facts"."keys" as "keys"
    from
      "odd_places_facts"
  ),
  "stitched" as (
    select
      "all_facts"."odd_places__street" as "odd_places__street",
      "all_facts"."odd_places__percent" as "odd_places__percent",
      cast(max("all_facts"."question_marks") as numeric) as "question_marks",
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
