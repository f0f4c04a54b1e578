with
  "samples_facts" as (
    select
      "samples"."id" as "samples__id",
      ("samples"."moment" < cast('2024-06-01 12:00:00Z' as timestamptz)) as "samples__is_past",
      ("samples"."day" < cast('2024-03-01' as date)) as "samples__is_past_day",
      cast(sum("samples"."id") as numeric) as "ids"
    from
      "samples" as "samples"
    group by
      1,
      2,
      3
  )
select
  "samples_facts"."samples__id" as "samples__id",
  "samples_facts"."samples__is_past" as "samples__is_past",
  "samples_facts"."samples__is_past_day" as "samples__is_past_day",
  "samples_facts"."ids" as "ids"
from
  "samples_facts" as "samples_facts"
order by
  1 asc nulls last,
  2 asc nulls last,
  3 asc nulls last
limit
  10001
