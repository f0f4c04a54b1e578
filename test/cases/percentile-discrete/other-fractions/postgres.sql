with
  "waits_facts" as (
    select
      (cast("waits"."desk" as text) collate "C") as "waits__desk",
      percentile_disc(0) within group (
        order by
          "waits"."minutes"
      ) as "shortest",
      percentile_disc(0.25) within group (
        order by
          "waits"."minutes"
      ) as "quarter_wait",
      percentile_disc(0.9) within group (
        order by
          "waits"."minutes"
      ) as "long_wait",
      percentile_disc(1) within group (
        order by
          "waits"."minutes"
      ) as "longest"
    from
      "waits" as "waits"
    group by
      1
  )
select
  "waits_facts"."waits__desk" as "waits__desk",
  "waits_facts"."shortest" as "shortest",
  "waits_facts"."quarter_wait" as "quarter_wait",
  "waits_facts"."long_wait" as "long_wait",
  "waits_facts"."longest" as "longest"
from
  "waits_facts" as "waits_facts"
order by
  1 asc nulls last
limit
  10001
