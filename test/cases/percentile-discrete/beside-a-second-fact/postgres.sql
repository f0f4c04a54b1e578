with
  "waits_facts" as (
    select
      (cast("desks"."desk" as text) collate "C") as "desks__desk",
      percentile_disc(0.5) within group (
        order by
          "waits"."minutes"
      ) as "median_wait"
    from
      "waits" as "waits"
      left join "desks" as "desks" on "waits"."desk" = "desks"."desk"
    group by
      1
  ),
  "calls_facts" as (
    select
      (cast("desks"."desk" as text) collate "C") as "desks__desk",
      percentile_disc(0.5) within group (
        order by
          "calls"."minutes"
      ) as "typical_call"
    from
      "calls" as "calls"
      left join "desks" as "desks" on "calls"."desk" = "desks"."desk"
    group by
      1
  ),
  "all_facts" as (
    select
      "waits_facts"."desks__desk" as "desks__desk",
      "waits_facts"."median_wait" as "median_wait",
      cast(null as bigint) as "typical_call"
    from
      "waits_facts"
    union all
    select
      "calls_facts"."desks__desk" as "desks__desk",
      cast(null as bigint) as "median_wait",
      "calls_facts"."typical_call" as "typical_call"
    from
      "calls_facts"
  ),
  "stitched" as (
    select
      "all_facts"."desks__desk" as "desks__desk",
      max("all_facts"."median_wait") as "median_wait",
      max("all_facts"."typical_call") as "typical_call"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."desks__desk" as "desks__desk",
  "stitched"."median_wait" as "median_wait",
  "stitched"."typical_call" as "typical_call"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
