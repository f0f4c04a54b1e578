with
  "samples_facts" as (
    select
      "samples"."id" as "samples__id",
      (
        (cast("samples"."other" as text) collate "C") like (cast('%t%' as text) collate "C") escape '\'
      ) as "samples__like_percent",
      (
        (cast("samples"."other" as text) collate "C") like (cast('____' as text) collate "C") escape '\'
      ) as "samples__like_exact_length",
      (
        (cast("samples"."other" as text) collate "C") like (cast(E'100\\%' as text) collate "C") escape '\'
      ) as "samples__like_escaped",
      (
        not (
          (cast("samples"."other" as text) collate "C") like (cast('%t%' as text) collate "C") escape '\'
        )
      ) as "samples__not_like",
      cast(sum("samples"."id") as numeric) as "ids"
    from
      "samples" as "samples"
    group by
      1,
      2,
      3,
      4,
      5
  )
select
  "samples_facts"."samples__id" as "samples__id",
  "samples_facts"."samples__like_percent" as "samples__like_percent",
  "samples_facts"."samples__like_exact_length" as "samples__like_exact_length",
  "samples_facts"."samples__like_escaped" as "samples__like_escaped",
  "samples_facts"."samples__not_like" as "samples__not_like",
  "samples_facts"."ids" as "ids"
from
  "samples_facts" as "samples_facts"
order by
  1 asc nulls last,
  2 asc nulls last,
  3 asc nulls last,
  4 asc nulls last,
  5 asc nulls last
limit
  10001
