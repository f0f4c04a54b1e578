with
  "trips_facts" as (
    select
      (cast("trips"."line" as text) collate "C") as "trips__line",
      percentile_cont(0.5) within group (
        order by
          cast("trips"."minutes" as double precision)
      ) filter (
        where
          (cast("trips"."minutes" as bigint) > 10)
      ) as "median_of_long",
      percentile_cont(0.5) within group (
        order by
          cast("trips"."minutes" as double precision)
      ) filter (
        where
          (nullif("trips"."price", 'NaN') < cast('5' as numeric(21, 2)))
      ) as "median_of_cheap"
    from
      "trips" as "trips"
    where
      (
        (cast("trips"."minutes" as bigint) > 10)
        or (nullif("trips"."price", 'NaN') < cast('5' as numeric(21, 2)))
      )
    group by
      1
  )
select
  "trips_facts"."trips__line" as "trips__line",
  "trips_facts"."median_of_long" as "median_of_long",
  "trips_facts"."median_of_cheap" as "median_of_cheap"
from
  "trips_facts" as "trips_facts"
order by
  1 asc nulls last
limit
  10001
