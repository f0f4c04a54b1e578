with
  "trips_facts" as (
    select
      "trips"."line" as "trips__line",
      quantile_cont(cast("trips"."minutes" as double), 0) as "p0",
      quantile_cont(cast("trips"."minutes" as double), 0.9) as "p90",
      quantile_cont(cast("trips"."minutes" as double), 1) as "p100"
    from
      "trips" as "trips"
    group by
      1
  )
select
  "trips_facts"."trips__line" as "trips__line",
  "trips_facts"."p0" as "p0",
  "trips_facts"."p90" as "p90",
  "trips_facts"."p100" as "p100"
from
  "trips_facts" as "trips_facts"
order by
  1 asc nulls last
limit
  10001
