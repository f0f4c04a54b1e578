with
  "orders_facts" as (
    select
      cast(date_trunc('month', cast("orders"."ordered_on" as timestamp)) as date) as "time",
      sum(nullif("orders"."amount", 'NaN')) as "revenue"
    from
      "orders" as "orders"
    group by
      1
  ),
  "costs_facts" as (
    select
      cast(date_trunc('month', cast("costs"."spent_on" as timestamp)) as date) as "time",
      sum(nullif("costs"."spend", 'NaN')) as "spend"
    from
      "costs" as "costs"
    group by
      1
  ),
  "all_facts" as (
    select
      "orders_facts"."time" as "time",
      "orders_facts"."revenue" as "revenue",
      cast(null as numeric(38, 2)) as "spend"
    from
      "orders_facts"
    union all
    select
      "costs_facts"."time" as "time",
      cast(null as numeric(38, 2)) as "revenue",
      "costs_facts"."spend" as "spend"
    from
      "costs_facts"
  ),
  "stitched" as (
    select
      "all_facts"."time" as "time",
      max("all_facts"."revenue") as "revenue",
      max("all_facts"."spend") as "spend"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."time" as "time",
  coalesce("stitched"."revenue", cast('0' as numeric(38, 2))) as "revenue",
  "stitched"."spend" as "spend",
  (
    cast(
      cast(coalesce("stitched"."revenue", cast('0' as numeric(38, 2))) as double precision) as double precision
    ) / nullif(cast(cast("stitched"."spend" as double precision) as double precision), 0)
  ) as "roas"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
