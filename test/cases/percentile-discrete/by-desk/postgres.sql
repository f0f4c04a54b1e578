with
  "waits_facts" as (
    select
      (cast("waits"."desk" as text) collate "C") as "waits__desk",
      percentile_disc(0.5) within group (
        order by
          "waits"."minutes"
      ) as "median_wait",
      percentile_cont(0.5) within group (
        order by
          cast("waits"."minutes" as double precision)
      ) as "between_waits"
    from
      "waits" as "waits"
    group by
      1
  )
select
  "waits_facts"."waits__desk" as "waits__desk",
  "waits_facts"."median_wait" as "median_wait",
  "waits_facts"."between_waits" as "between_waits",
  "waits_facts"."between_waits" as "middle_wait"
from
  "waits_facts" as "waits_facts"
order by
  1 asc nulls last
limit
  10001
