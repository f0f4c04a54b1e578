with
  "trips_facts" as (
    select
      "trips"."line" as "trips__line",
      quantile_cont(cast("trips"."minutes" as double), 0.5) as "median_minutes",
      quantile_cont(cast("trips"."price" as double), 0.5) as "median_price",
      quantile_cont(if (isfinite("trips"."late"), "trips"."late", null), 0.5) as "median_late"
    from
      "trips" as "trips"
    group by
      1
  )
select
  "trips_facts"."trips__line" as "trips__line",
  "trips_facts"."median_minutes" as "median_minutes",
  "trips_facts"."median_price" as "median_price",
  "trips_facts"."median_late" as "median_late"
from
  "trips_facts" as "trips_facts"
order by
  1 asc nulls last
limit
  10001
