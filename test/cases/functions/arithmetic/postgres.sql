with
  "samples_facts" as (
    select
      "samples"."id" as "samples__id",
      (- nullif("samples"."price", 'NaN')) as "samples__opposite",
      (
        cast(
          ((cast("samples"."a" as bigint) + cast("samples"."b" as bigint)) * cast(2 as bigint)) as double precision
        ) - (
          cast(cast("samples"."a" as double precision) as double precision) / nullif(cast(cast('2' as double precision) as double precision), 0)
        )
      ) as "samples__precedence",
      floor(nullif(nullif(nullif("samples"."factor", 'NaN'), 'Infinity'), '-Infinity')) as "samples__down_double",
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
  "samples_facts"."samples__opposite" as "samples__opposite",
  "samples_facts"."samples__precedence" as "samples__precedence",
  "samples_facts"."samples__down_double" as "samples__down_double",
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
