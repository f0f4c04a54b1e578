with
  "samples_facts" as (
    select
      "samples"."id" as "samples__id",
      starts_with((cast("samples"."other" as text) collate "C"), (cast(' ' as text) collate "C")) as "samples__starts",
      (
        strpos((cast("samples"."other" as text) collate "C"), (cast('é' as text) collate "C")) > 0
      ) as "samples__holds",
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
  "samples_facts"."samples__starts" as "samples__starts",
  "samples_facts"."samples__holds" as "samples__holds",
  "samples_facts"."ids" as "ids"
from
  "samples_facts" as "samples_facts"
order by
  1 asc nulls last,
  2 asc nulls last,
  3 asc nulls last
limit
  10001
