with
  "waits_facts" as (
    select
      (cast("waits"."desk" as text) collate "C") as "waits__desk",
      percentile_disc(0.5) within group (
        order by
          "waits"."minutes"
      ) as "patient"
    from
      "waits" as "waits"
    where
      (cast("waits"."minutes" as bigint) > 2)
    group by
      1
  )
select
  "waits_facts"."waits__desk" as "waits__desk",
  "waits_facts"."patient" as "patient"
from
  "waits_facts" as "waits_facts"
order by
  1 asc nulls last
limit
  10001
