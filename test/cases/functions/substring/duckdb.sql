with
  "samples_facts" as (
    select
      "samples"."id" as "samples__id",
      substring("samples"."other", 1, greatest(2, 0)) as "samples__start",
      substring("samples"."other", 3) as "samples__rest",
      substring("samples"."other", greatest(-1, 1), greatest(-1 + 4 - greatest(-1, 1), 0)) as "samples__before_the_start",
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
  "samples_facts"."samples__start" as "samples__start",
  "samples_facts"."samples__rest" as "samples__rest",
  "samples_facts"."samples__before_the_start" as "samples__before_the_start",
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
