with
  "trips_facts" as (
    select
      (cast("trips"."line" as text) collate "C") as "trips__line",
      percentile_cont(0.5) within group (
        order by
          cast("trips"."minutes" as double precision)
      ) as "median_minutes",
      percentile_cont(0.5) within group (
        order by
          cast(nullif("trips"."price", 'NaN') as double precision)
      ) as "median_price",
      percentile_cont(0.5) within group (
        order by
          nullif(nullif(nullif("trips"."late", 'NaN'), 'Infinity'), '-Infinity')
      ) as "median_late"
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
