with
  "samples_facts" as (
    select
      "samples"."id" as "samples__id",
      abs(cast("samples"."a" as bigint)) as "samples__absolute",
      abs(nullif("samples"."price", 'NaN')) as "samples__absolute_price",
      floor(nullif("samples"."price", 'NaN')) as "samples__down",
      ceil(nullif("samples"."price", 'NaN')) as "samples__up",
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
  "samples_facts"."samples__absolute" as "samples__absolute",
  "samples_facts"."samples__absolute_price" as "samples__absolute_price",
  "samples_facts"."samples__down" as "samples__down",
  "samples_facts"."samples__up" as "samples__up",
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
