with
  "trips_facts" as (
    select
      (cast("trips"."line" as text) collate "C") as "trips__line",
      percentile_disc(0.5) within group (
        order by
          "trips"."minutes"
      ) as "lower_median",
      percentile_disc(0.9) within group (
        order by
          nullif("trips"."price", 'NaN')
      ) as "p90_that_occurs"
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
