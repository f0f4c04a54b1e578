with
  "orders_facts" as (
    select
      coalesce(
        "orders"."ordered_on" - cast(day("orders"."ordered_on") - 1 as integer),
        "orders"."ordered_on"
      ) as "time",
      sum("orders"."amount") as "revenue"
    from
      "orders" as "orders"
    group by
      1
  ),
  "costs_facts" as (
    select
      coalesce("costs"."spent_on" - cast(day("costs"."spent_on") - 1 as integer), "costs"."spent_on") as "time",
      sum("costs"."spend") as "spend"
    from
      "costs" as "costs"
    group by
      1
  ),
  "all_facts" as (
    select
      "orders_facts"."time" as "time",
      "orders_facts"."revenue" as "revenue",
      cast(null as decimal(38, 2)) as "spend"
    from
      "orders_facts"
    union all
    select
      "costs_facts"."time" as "time",
      cast(null as decimal(38, 2)) as "revenue",
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
  coalesce("stitched"."revenue", cast('0' as decimal(38, 2))) as "revenue",
  "stitched"."spend" as "spend",
  (
    cast(coalesce("stitched"."revenue", cast('0' as decimal(38, 2))) as double) / nullif(cast("stitched"."spend" as double), 0)
  ) as "roas"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
