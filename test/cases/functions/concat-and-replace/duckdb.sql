with
  "samples_facts" as (
    select
      "samples"."id" as "samples__id",
      (("samples"."text" || '-') || "samples"."other") as "samples__joined",
      replace("samples"."other", 'é', 'e') as "samples__replaced",
      sum("samples"."id") as "ids"
    from
      "samples" as "samples"
    group by
      1,
      2,
      3
  )
select
  "samples_facts"."samples__id" as "samples__id",
  "samples_facts"."samples__joined" as "samples__joined",
  "samples_facts"."samples__replaced" as "samples__replaced",
  "samples_facts"."ids" as "ids"
from
  "samples_facts" as "samples_facts"
order by
  1 asc nulls last,
  2 asc nulls last,
  3 asc nulls last
limit
  10001
