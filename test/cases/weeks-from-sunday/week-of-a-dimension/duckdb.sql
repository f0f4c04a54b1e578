with
  "events_facts" as (
    select
      (cast(date_trunc('week', ("events"."day" + 1)) as date) - 1) as "events__day",
      sum("events"."id") as "ids"
    from
      "events" as "events"
    group by
      1
  )
select
  "events_facts"."events__day" as "events__day",
  "events_facts"."ids" as "ids"
from
  "events_facts" as "events_facts"
order by
  1 asc nulls last
limit
  10001
