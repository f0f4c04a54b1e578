with
  "events_facts" as (
    select
      extract (
        month
        from
          timezone('Europe/London', "events"."happened")
      ) as "time__month_of_year",
      sum("events"."id") as "ids"
    from
      "events" as "events"
    group by
      1
  )
select
  "events_facts"."time__month_of_year" as "time__month_of_year",
  "events_facts"."ids" as "ids"
from
  "events_facts" as "events_facts"
order by
  1 asc nulls last
limit
  10001
