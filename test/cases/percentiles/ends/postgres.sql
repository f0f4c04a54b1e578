with
  "trips_facts" as (
    select
      (cast("trips"."line" as text) collate "C") as "trips__line",
      percentile_cont(0) within group (
        order by
          cast("trips"."minutes" as double precision)
      ) as "p0",
      percentile_cont(0.9) within group (
        order by
          cast("trips"."minutes" as double precision)
      ) as "p90",
      percentile_cont(1) within group (
        order by
          cast("trips"."minutes" as double precision)
      ) as "p100"
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
