select
  cast(
    floor(
      extract(
        isodow
        from
          cast("events"."day" as timestamp)
      )
    ) as bigint
  ) as "events__day__day_of_week"
from
  "events" as "events"
group by
  1
order by
  1 asc nulls last
limit
  10001
