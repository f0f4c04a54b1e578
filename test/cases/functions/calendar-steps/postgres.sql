with
  "samples_facts" as (
    select
      "samples"."id" as "samples__id",
      ("samples"."day" + cast(1 as integer)) as "samples__next_day",
      (cast("samples"."day" as timestamp) + interval '1 month') as "samples__month_later",
      (cast("samples"."day" as timestamp) - interval '1 year') as "samples__year_earlier",
      timezone ('Europe/London', (timezone ('Europe/London', "samples"."moment") + interval '1 day')) as "samples__day_later",
      ("samples"."moment" + interval '24 hour') as "samples__hours_later",
      cast(("samples"."day" - cast('2024-01-01' as date)) as bigint) as "samples__age_in_days",
      cast(sum("samples"."id") as numeric) as "ids"
    from
      "samples" as "samples"
    group by
      1,
      2,
      3,
      4,
      5,
      6,
      7
  )
select
  "samples_facts"."samples__id" as "samples__id",
  "samples_facts"."samples__next_day" as "samples__next_day",
  "samples_facts"."samples__month_later" as "samples__month_later",
  "samples_facts"."samples__year_earlier" as "samples__year_earlier",
  "samples_facts"."samples__day_later" as "samples__day_later",
  "samples_facts"."samples__hours_later" as "samples__hours_later",
  "samples_facts"."samples__age_in_days" as "samples__age_in_days",
  "samples_facts"."ids" as "ids"
from
  "samples_facts" as "samples_facts"
order by
  1 asc nulls last,
  2 asc nulls last,
  3 asc nulls last,
  4 asc nulls last,
  5 asc nulls last,
  6 asc nulls last,
  7 asc nulls last
limit
  10001
