with
  "words_facts" as (
    select
      (cast("tags"."meaning" as text) collate "C") as "tags__meaning",
      cast(sum("words"."id") as numeric) as "ids"
    from
      "words" as "words"
      left join "tags" as "tags" on "words"."word" = "tags"."tag"
    where
      ((cast("tags"."meaning" as text) collate "C") is not null)
    group by
      1
  )
select
  "words_facts"."tags__meaning" as "tags__meaning",
  "words_facts"."ids" as "ids"
from
  "words_facts" as "words_facts"
order by
  1 asc nulls last
limit
  10001
