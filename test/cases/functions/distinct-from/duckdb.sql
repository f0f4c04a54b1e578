with
  "samples_facts" as (
    select
      "samples"."id" as "samples__id",
      coalesce(("samples"."a" is distinct from "samples"."b"), false) as "samples__differs",
      coalesce(("samples"."a" is not distinct from "samples"."b"), false) as "samples__same",
      (cast("samples"."a" as decimal(13, 3)) >= "samples"."price") as "samples__compared",
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
  "samples_facts"."samples__differs" as "samples__differs",
  "samples_facts"."samples__same" as "samples__same",
  "samples_facts"."samples__compared" as "samples__compared",
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
