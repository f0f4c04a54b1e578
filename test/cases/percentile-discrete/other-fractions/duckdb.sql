with
  "waits_facts" as (
    select
      "waits"."desk" as "waits__desk",
      quantile_disc("waits"."minutes", 0) as "shortest",
      quantile_disc("waits"."minutes", 0.25) as "quarter_wait",
      quantile_disc("waits"."minutes", 0.9) as "long_wait",
      quantile_disc("waits"."minutes", 1) as "longest"
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
