with
  "orders_facts" as (
    select
      coalesce(
        cast(timezone('Europe/London', "orders"."delivered_at") as date) - cast(day(cast(timezone('Europe/London', "orders"."delivered_at") as date)) - 1 as integer),
        cast(timezone('Europe/London', "orders"."delivered_at") as date)
      ) as "time",
      sum("orders"."amount") as "delivered_share_1"
    from
      "orders" as "orders"
    where
      (
        ("orders"."delivered_at" >= cast('2024-01-01 00:00:00Z' as timestamptz))
        and ("orders"."delivered_at" < cast('2024-03-31 23:00:00Z' as timestamptz))
      )
    group by
      1
  ),
  "orders_facts_2" as (
    select
      coalesce(
        cast(timezone('Europe/London', "orders"."ordered_at") as date) - cast(day(cast(timezone('Europe/London', "orders"."ordered_at") as date)) - 1 as integer),
        cast(timezone('Europe/London', "orders"."ordered_at") as date)
      ) as "time",
      sum("orders"."amount") as "delivered_share_2"
    from
      "orders" as "orders"
    where
      (
        ("orders"."ordered_at" >= cast('2024-01-01 00:00:00Z' as timestamptz))
        and ("orders"."ordered_at" < cast('2024-03-31 23:00:00Z' as timestamptz))
      )
    group by
      1
  ),
  "all_facts" as (
    select
      "orders_facts"."time" as "time",
      "orders_facts"."delivered_share_1" as "delivered_share_1",
      cast(null as hugeint) as "delivered_share_2"
    from
      "orders_facts"
    union all
    select
      "orders_facts_2"."time" as "time",
      cast(null as hugeint) as "delivered_share_1",
      "orders_facts_2"."delivered_share_2" as "delivered_share_2"
    from
      "orders_facts_2"
  ),
  "stitched" as (
    select
      "all_facts"."time" as "time",
      max("all_facts"."delivered_share_1") as "delivered_share_1",
      max("all_facts"."delivered_share_2") as "delivered_share_2"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."time" as "time",
  (
    cast("stitched"."delivered_share_1" as double) / nullif(cast("stitched"."delivered_share_2" as double), 0)
  ) as "delivered_share"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
