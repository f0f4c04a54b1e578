with
  "trips_facts" as (
    select
      "trips"."line" as "trips__line",
      quantile_disc("trips"."minutes", 0.5) as "lower_median",
      quantile_disc("trips"."price", 0.9) as "p90_that_occurs"
    from
      "trips" as "trips"
    group by
      1
  )
select
  "trips_facts"."trips__line" as "trips__line",
  "trips_facts"."lower_median" as "lower_median",
  "trips_facts"."p90_that_occurs" as "p90_that_occurs"
from
  "trips_facts" as "trips_facts"
order by
  1 asc nulls last
limit
  10001
