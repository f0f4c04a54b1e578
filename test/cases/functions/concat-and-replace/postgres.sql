with
  "samples_facts" as (
    select
      "samples"."id" as "samples__id",
      (
        ((cast("samples"."text" as text) collate "C") || (cast('-' as text) collate "C")) || (cast("samples"."other" as text) collate "C")
      ) as "samples__joined",
      replace(
        (cast("samples"."other" as text) collate "C"),
        (cast('é' as text) collate "C"),
        (cast('e' as text) collate "C")
      ) as "samples__replaced",
      cast(sum("samples"."id") as numeric) as "ids"
    from
      "samples" as "samples"
    group by
      1,
      2,
      3
  )
select
  "samples_facts"."samples__id" as "samples__id",
  "samples_facts"."samples__joined" as "samples__joined",
  "samples_facts"."samples__replaced" as "samples__replaced",
  "samples_facts"."ids" as "ids"
from
  "samples_facts" as "samples_facts"
order by
  1 asc nulls last,
  2 asc nulls last,
  3 asc nulls last
limit
  10001
