with
  "trips_facts" as (
    select
      "trips"."line" as "trips__line",
      quantile_cont(cast("trips"."minutes" as double), 0.5) filter(
        where
          (cast("trips"."minutes" as bigint) > 10)
      ) as "median_of_long",
      quantile_cont(cast("trips"."minutes" as double), 0.5) filter(
        where
          ("trips"."price" < cast('5' as decimal(21, 2)))
      ) as "median_of_cheap"
    from
      "trips" as "trips"
    where
      (
        (cast("trips"."minutes" as bigint) > 10)
        or ("trips"."price" < cast('5' as decimal(21, 2)))
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
