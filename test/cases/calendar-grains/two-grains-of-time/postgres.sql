with
  "events_facts" as (
    select
      cast(date_trunc('year', timezone ('Europe/London', "events"."happened")) as date) as "time__year",
      cast(date_trunc('quarter', timezone ('Europe/London', "events"."happened")) as date) as "time__quarter",
      cast(sum("events"."id") as numeric) as "ids"
    from
      "events" as "events"
    where
      ("events"."happened" >= cast('2024-01-01 00:00:00Z' as timestamptz))
    group by
      1,
      2
  )
select
  "events_facts"."time__year" as "time__year",
  "events_facts"."time__quarter" as "time__quarter",
  "events_facts"."ids" as "ids"
from
  "events_facts" as "events_facts"
order by
  1 asc nulls last,
  2 asc nulls last
limit
  10001
