with
  "samples_facts" as (
    select
      "samples"."id" as "samples__id",
      nullif((cast("samples"."text" as text) collate "C"), (cast('R' as text) collate "C")) as "samples__no_r",
      nullif(cast("samples"."b" as bigint), 0) as "samples__no_zero",
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
  "samples_facts"."samples__no_r" as "samples__no_r",
  "samples_facts"."samples__no_zero" as "samples__no_zero",
  "samples_facts"."ids" as "ids"
from
  "samples_facts" as "samples_facts"
order by
  1 asc nulls last,
  2 asc nulls last,
  3 asc nulls last
limit
  10001
