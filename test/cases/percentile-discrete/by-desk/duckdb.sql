with
  "waits_facts" as (
    select
      "waits"."desk" as "waits__desk",
      quantile_disc("waits"."minutes", 0.5) as "median_wait",
      quantile_cont(cast("waits"."minutes" as double), 0.5) as "between_waits"
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
