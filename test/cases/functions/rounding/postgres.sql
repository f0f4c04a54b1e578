with
  "samples_facts" as (
    select
      "samples"."id" as "samples__id",
      cast(round(cast(nullif("samples"."price", 'NaN') as numeric), 0) as numeric(11, 3)) as "samples__rounded",
      cast(
        round(cast(nullif("samples"."price", 'NaN') as numeric), cast(1 as integer)) as numeric(11, 3)
      ) as "samples__rounded_to_one",
      cast(round(cast(cast("samples"."a" as bigint) as numeric), cast(-1 as integer)) as bigint) as "samples__rounded_to_tens",
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
  "samples_facts"."samples__rounded" as "samples__rounded",
  "samples_facts"."samples__rounded_to_one" as "samples__rounded_to_one",
  "samples_facts"."samples__rounded_to_tens" as "samples__rounded_to_tens",
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
