with
  "samples_facts" as (
    select
      "samples"."id" as "samples__id",
      cast(date_trunc('month', cast("samples"."day" as timestamp)) as date) as "samples__month_start",
      (
        "samples"."moment" - (
          timezone ('Europe/London', "samples"."moment") - date_trunc('hour', timezone ('Europe/London', "samples"."moment"))
        )
      ) as "samples__hour_start",
      timezone (
        'Europe/London',
        cast(date_trunc('day', timezone ('Europe/London', "samples"."moment")) as timestamp)
      ) as "samples__local_midnight",
      cast(date_trunc('week', "samples"."wall") as timestamp) as "samples__wall_week",
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
  "samples_facts"."samples__month_start" as "samples__month_start",
  "samples_facts"."samples__hour_start" as "samples__hour_start",
  "samples_facts"."samples__local_midnight" as "samples__local_midnight",
  "samples_facts"."samples__wall_week" as "samples__wall_week",
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
