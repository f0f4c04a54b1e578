with
  "sales_facts" as (
    select
      (
        "sales"."sold_at" - (
          timezone ('Europe/London', "sales"."sold_at") - date_trunc('hour', timezone ('Europe/London', "sales"."sold_at"))
        )
      ) as "time",
      cast(sum("sales"."amount") as numeric) as "sold"
    from
      "sales" as "sales"
    where
      ("sales"."sold_at" >= cast('2024-05-31 23:00:00Z' as timestamptz))
    group by
      1
  ),
  "footfall_facts" as (
    select
      timezone ('Europe/London', cast(date_trunc('hour', "footfall"."counted_at") as timestamp)) as "time",
      cast(sum("footfall"."people") as numeric) as "people"
    from
      "footfall" as "footfall"
    where
      ("footfall"."counted_at" >= cast('2024-06-01 00:00:00' as timestamp))
    group by
      1
  ),
  "all_facts" as (
    select
      "sales_facts"."time" as "time",
      "sales_facts"."sold" as "sold",
      cast(null as numeric) as "people"
    from
      "sales_facts"
    union all
    select
      "footfall_facts"."time" as "time",
      cast(null as numeric) as "sold",
      "footfall_facts"."people" as "people"
    from
      "footfall_facts"
  ),
  "stitched" as (
    select
      "all_facts"."time" as "time",
      cast(max("all_facts"."sold") as numeric) as "sold",
      cast(max("all_facts"."people") as numeric) as "people"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."time" as "time",
  "stitched"."sold" as "sold",
  "stitched"."people" as "people"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
