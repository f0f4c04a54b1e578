with
  "waits_facts" as (
    select
      quantile_disc("waits"."minutes", 0.5) as "median_wait",
      quantile_cont(cast("waits"."minutes" as double), 0.5) as "between_waits",
      quantile_disc("waits"."minutes", 0.9) as "long_wait",
      quantile_disc("waits"."minutes", 0.25) as "quarter_wait"
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
