with
  "readings_facts" as (
    select
      cast(
        round(cast(if (isfinite("readings"."value"), "readings"."value", null) as decimal(38, 12)), 1) as double
      ) as "readings__rounded",
      sum("readings"."id") as "ids"
    from
      "readings" as "readings"
    where
      ("readings"."sensor" in ('a', 'c'))
    group by
      1
  )
select
  "readings_facts"."readings__rounded" as "readings__rounded",
  "readings_facts"."ids" as "ids"
from
  "readings_facts" as "readings_facts"
order by
  1 asc nulls last
limit
  10001
