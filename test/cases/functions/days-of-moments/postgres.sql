with
  "samples_facts" as (
    select
      "samples"."id" as "samples__id",
      cast(timezone ('Europe/London', "samples"."moment") as date) as "samples__as_day",
      cast("samples"."wall" as date) as "samples__wall_as_day",
      (cast('12.5' as numeric(11, 3)) + nullif("samples"."price", 'NaN')) as "samples__from_text",
      cast(sum("samples"."id") as numeric) as "ids"
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
  "samples_facts"."samples__as_day" as "samples__as_day",
  "samples_facts"."samples__wall_as_day" as "samples__wall_as_day",
  "samples_facts"."samples__from_text" as "samples__from_text",
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
