with
  "events_facts" as (
    select
      cast(sum("events"."id") as numeric) as "ids"
    from
      "events" as "events"
    where
      (
        cast(
          floor(
            extract(
              hour
              from
                timezone ('America/New_York', "events"."happened")
            )
          ) as bigint
        ) = 1
      )
  )
select
  "events_facts"."ids" as "ids"
from
  "events_facts" as "events_facts"
limit
  10001
