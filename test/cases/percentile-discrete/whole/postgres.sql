with
  "waits_facts" as (
    select
      percentile_disc(0.5) within group (
        order by
          "waits"."minutes"
      ) as "median_wait",
      percentile_cont(0.5) within group (
        order by
          cast("waits"."minutes" as double precision)
      ) as "between_waits",
      percentile_disc(0.9) within group (
        order by
          "waits"."minutes"
      ) as "long_wait",
      percentile_disc(0.25) within group (
        order by
          "waits"."minutes"
      ) as "quarter_wait"
    from
      "waits" as "waits"
  )
select
  "waits_facts"."median_wait" as "median_wait",
  "waits_facts"."between_waits" as "between_waits",
  "waits_facts"."long_wait" as "long_wait",
  "waits_facts"."quarter_wait" as "quarter_wait"
from
  "waits_facts" as "waits_facts"
limit
  10001
