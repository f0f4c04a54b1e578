with
  "events_facts" as (
    select
      sum("events"."id") as "ids"
    from
      "events" as "events"
    where
      (
        extract (
          hour
          from
            timezone('America/New_York', "events"."happened")
        ) = 1
      )
  )
select
  "events_facts"."ids" as "ids"
from
  "events_facts" as "events_facts"
limit
  10001
