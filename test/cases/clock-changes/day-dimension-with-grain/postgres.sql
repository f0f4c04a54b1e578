with
  "events_facts" as (
    select
      (
        "events"."happened" - (
          timezone ('Europe/London', "events"."happened") - date_trunc('hour', timezone ('Europe/London', "events"."happened"))
        )
      ) as "events__happened",
      cast(sum("events"."id") as numeric) as "ids"
    from
      "events" as "events"
    where
      (
        ("events"."id" >= 256)
        and ("events"."id" <= 512)
      )
    group by
      1
  )
select
  "events_facts"."events__happened" as "events__happened",
  "events_facts"."ids" as "ids"
from
  "events_facts" as "events_facts"
order by
  1 asc nulls last
limit
  10001
