with
  "samples_facts" as (
    select
      "samples"."id" as "samples__id",
      cast(round("samples"."price", 0) as decimal(11, 3)) as "samples__rounded",
      cast(round("samples"."price", 1) as decimal(11, 3)) as "samples__rounded_to_one",
      cast(round(cast("samples"."a" as bigint), -1) as bigint) as "samples__rounded_to_tens",
      sum("samples"."id") as "ids"
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
