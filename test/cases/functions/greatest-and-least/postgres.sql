with
  "samples_facts" as (
    select
      "samples"."id" as "samples__id",
      greatest(cast("samples"."a" as bigint), cast("samples"."b" as bigint), 5) as "samples__highest",
      least(cast("samples"."a" as numeric(13, 3)), nullif("samples"."price", 'NaN')) as "samples__lowest",
      greatest(
        (cast("samples"."text" as text) collate "C"),
        (cast("samples"."other" as text) collate "C")
      ) as "samples__last_text",
      cast(sum("samples"."id") as numeric) as "ids"
    from
      "samples" as "samples"
    group by
      1,
      2,
      3,
      4
  )
select
  "samples_facts"."samples__id" as "samples__id",
  "samples_facts"."samples__highest" as "samples__highest",
  "samples_facts"."samples__lowest" as "samples__lowest",
  "samples_facts"."samples__last_text" as "samples__last_text",
  "samples_facts"."ids" as "ids"
from
  "samples_facts" as "samples_facts"
order by
  1 asc nulls last,
  2 asc nulls last,
  3 asc nulls last,
  4 asc nulls last
limit
  10001
