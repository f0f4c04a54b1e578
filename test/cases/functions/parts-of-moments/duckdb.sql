with
  "samples_facts" as (
    select
      "samples"."id" as "samples__id",
      extract (
        quarter
        from
          timezone('Europe/London', "samples"."moment")
      ) as "samples__quarter",
      extract (
        month
        from
          timezone('Europe/London', "samples"."moment")
      ) as "samples__month",
      extract (
        day
        from
          timezone('Europe/London', "samples"."moment")
      ) as "samples__day_of_month",
      extract (
        hour
        from
          timezone('Europe/London', "samples"."moment")
      ) as "samples__hour",
      extract (
        minute
        from
          timezone('Europe/London', "samples"."moment")
      ) as "samples__minute",
      extract (
        second
        from
          timezone('Europe/London', "samples"."moment")
      ) as "samples__seconds",
      extract (
        hour
        from
          "samples"."wall"
      ) as "samples__wall_hour",
      sum("samples"."id") as "ids"
    from
      "samples" as "samples"
    group by
      1,
      2,
      3,
      4,
      5,
      6,
      7,
      8
  )
select
  "samples_facts"."samples__id" as "samples__id",
  "samples_facts"."samples__quarter" as "samples__quarter",
  "samples_facts"."samples__month" as "samples__month",
  "samples_facts"."samples__day_of_month" as "samples__day_of_month",
  "samples_facts"."samples__hour" as "samples__hour",
  "samples_facts"."samples__minute" as "samples__minute",
  "samples_facts"."samples__seconds" as "samples__seconds",
  "samples_facts"."samples__wall_hour" as "samples__wall_hour",
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
  7 asc nulls last,
  8 asc nulls last
limit
  10001
