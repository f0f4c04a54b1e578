with
  "waits_facts" as (
    select
      (cast("waits"."desk" as text) collate "C") as "waits__desk",
      percentile_disc(0.5) within group (
        order by
          nullif("waits"."cost", 'NaN')
      ) as "typical_cost"
    from
      "waits" as "waits"
    group by
      1
  )
select
  "waits_facts"."waits__desk" as "waits__desk",
  "waits_facts"."typical_cost" as "typical_cost"
from
  "waits_facts" as "waits_facts"
order by
  1 asc nulls last
limit
  10001
