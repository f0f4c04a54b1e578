with
  "samples_facts" as (
    select
      "samples"."id" as "samples__id",
      cast(
        floor(
          extract(
            year
            from
              cast("samples"."day" as timestamp)
          )
        ) as bigint
      ) as "samples__year",
      cast(
        floor(
          extract(
            week
            from
              cast("samples"."day" as timestamp)
          )
        ) as bigint
      ) as "samples__iso_week",
      cast(
        floor(
          extract(
            isodow
            from
              cast("samples"."day" as timestamp)
          )
        ) as bigint
      ) as "samples__weekday",
      cast(
        floor(
          extract(
            doy
            from
              cast("samples"."day" as timestamp)
          )
        ) as bigint
      ) as "samples__day_of_year",
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
  "samples_facts"."samples__year" as "samples__year",
  "samples_facts"."samples__iso_week" as "samples__iso_week",
  "samples_facts"."samples__weekday" as "samples__weekday",
  "samples_facts"."samples__day_of_year" as "samples__day_of_year",
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
