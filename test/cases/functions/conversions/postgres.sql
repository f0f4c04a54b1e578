with
  "samples_facts" as (
    select
      "samples"."id" as "samples__id",
      (cast("samples"."a" as text) collate "C") as "samples__as_text",
      (cast(cast(nullif("samples"."price", 'NaN') as numeric(10, 3)) as text) collate "C") as "samples__price_as_text",
      (cast("samples"."day" as text) collate "C") as "samples__day_as_text",
      cast("samples"."a" as numeric(10, 2)) as "samples__as_decimal",
      cast(nullif("samples"."price", 'NaN') as bigint) as "samples__as_integer",
      cast(sum("samples"."id") as numeric) as "ids"
    from
      "samples" as "samples"
    group by
      1,
      2,
      3,
      4,
      5,
      6
  )
select
  "samples_facts"."samples__id" as "samples__id",
  "samples_facts"."samples__as_text" as "samples__as_text",
  "samples_facts"."samples__price_as_text" as "samples__price_as_text",
  "samples_facts"."samples__day_as_text" as "samples__day_as_text",
  "samples_facts"."samples__as_decimal" as "samples__as_decimal",
  "samples_facts"."samples__as_integer" as "samples__as_integer",
  "samples_facts"."ids" as "ids"
from
  "samples_facts" as "samples_facts"
order by
  1 asc nulls last,
  2 asc nulls last,
  3 asc nulls last,
  4 asc nulls last,
  5 asc nulls last,
  6 asc nulls last
limit
  10001
