with
  "samples_facts" as (
    select
      "samples"."id" as "samples__id",
      upper("samples"."other") as "samples__loud",
      lower("samples"."other") as "samples__quiet",
      trim("samples"."other") as "samples__trimmed",
      length("samples"."other") as "samples__characters",
      sum("samples"."id") as "ids"
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
  "samples_facts"."samples__loud" as "samples__loud",
  "samples_facts"."samples__quiet" as "samples__quiet",
  "samples_facts"."samples__trimmed" as "samples__trimmed",
  "samples_facts"."samples__characters" as "samples__characters",
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
