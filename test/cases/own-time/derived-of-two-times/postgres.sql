with
  "orders_facts" as (
    select
      cast(date_trunc('month', timezone ('Europe/London', "orders"."delivered_at")) as date) as "time",
      cast(sum("orders"."amount") as numeric) as "delivered_share_1"
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
      cast(date_trunc('month', timezone ('Europe/London', "orders"."ordered_at")) as date) as "time",
      cast(sum("orders"."amount") as numeric) as "delivered_share_2"
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
      cast(null as numeric) as "delivered_share_2"
    from
      "orders_facts"
    union all
    select
      "orders_facts_2"."time" as "time",
      cast(null as numeric) as "delivered_share_1",
      "orders_facts_2"."delivered_share_2" as "delivered_share_2"
    from
      "orders_facts_2"
  ),
  "stitched" as (
    select
      "all_facts"."time" as "time",
      cast(max("all_facts"."delivered_share_1") as numeric) as "delivered_share_1",
      cast(max("all_facts"."delivered_share_2") as numeric) as "delivered_share_2"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."time" as "time",
  (
    cast(cast("stitched"."delivered_share_1" as double precision) as double precision) / nullif(cast(cast("stitched"."delivered_share_2" as double precision) as double precision), 0)
  ) as "delivered_share"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
