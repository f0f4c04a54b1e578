with
  "samples_facts" as (
    select
      "samples"."id" as "samples__id",
      cast(
        floor(
          extract(
            quarter
            from
              timezone ('Europe/London', "samples"."moment")
          )
        ) as bigint
      ) as "samples__quarter",
      cast(
        floor(
          extract(
            month
            from
              timezone ('Europe/London', "samples"."moment")
          )
        ) as bigint
      ) as "samples__month",
      cast(
        floor(
          extract(
            day
            from
              timezone ('Europe/London', "samples"."moment")
          )
        ) as bigint
      ) as "samples__day_of_month",
      cast(
        floor(
          extract(
            hour
            from
              timezone ('Europe/London', "samples"."moment")
          )
        ) as bigint
      ) as "samples__hour",
      cast(
        floor(
          extract(
            minute
            from
              timezone ('Europe/London', "samples"."moment")
          )
        ) as bigint
      ) as "samples__minute",
      cast(
        floor(
          extract(
            second
            from
              timezone ('Europe/London', "samples"."moment")
          )
        ) as bigint
      ) as "samples__seconds",
      cast(
        floor(
          extract(
            hour
            from
              "samples"."wall"
          )
        ) as bigint
      ) as "samples__wall_hour",
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
