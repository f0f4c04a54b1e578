with
  "orders_facts" as materialized (
    select
      coalesce(
        cast(timezone('Europe/London', "orders"."ordered_at") as date) - cast(day(cast(timezone('Europe/London', "orders"."ordered_at") as date)) - 1 as integer),
        cast(timezone('Europe/London', "orders"."ordered_at") as date)
      ) as "time",
      sum("orders"."amount") as "revenue",
      count(*) as "order_count_2",
      count(distinct "orders"."customer_id") as "buyers_2"
    from
      "orders" as "orders"
    where
      (
        ("orders"."ordered_at" >= cast('2024-01-01 00:00:00Z' as timestamptz))
        and ("orders"."ordered_at" < cast('2025-01-01 00:00:00Z' as timestamptz))
      )
    group by
      1
  ),
  "answer" as (
    select
      "orders_facts"."time" as "time",
      "orders_facts"."revenue" as "revenue"
    from
      "orders_facts" as "orders_facts"
    order by
      1 asc nulls last
    limit
      10001
  ),
  "orders_facts_2" as (
    select
      "orders_facts"."time" as "time",
      "orders_facts"."order_count_2" as "order_count",
      "orders_facts"."buyers_2" as "buyers"
    from
      "orders_facts" as "orders_facts"
  ),
  "answer_2" as (
    select
      "orders_facts"."time" as "time",
      coalesce("orders_facts"."order_count", 0) as "order_count",
      coalesce("orders_facts"."buyers", 0) as "buyers"
    from
      "orders_facts_2" as "orders_facts"
    order by
      3 desc nulls last,
      1 asc nulls last
    limit
      2
  ),
  "part_1" as (
    select
      1 as "question",
      row_number() over (
        order by
          "answer"."time" asc nulls last
      ) as "position",
      "answer"."time" as "value_1",
      "answer"."revenue" as "value_2"
    from
      "answer" as "answer"
  ),
  "part_2" as (
    select
      2 as "question",
      row_number() over (
        order by
          "answer_2"."buyers" desc nulls last,
          "answer_2"."time" asc nulls last
      ) as "position",
      "answer_2"."time" as "value_1",
      "answer_2"."order_count" as "value_3",
      "answer_2"."buyers" as "value_4"
    from
      "answer_2" as "answer_2"
  ),
  "parts" as (
    select
      "part_1"."question" as "question",
      "part_1"."position" as "position",
      "part_1"."value_1" as "value_1",
      "part_1"."value_2" as "value_2",
      cast(null as bigint) as "value_3",
      cast(null as bigint) as "value_4"
    from
      "part_1"
    union all
    select
      "part_2"."question" as "question",
      "part_2"."position" as "position",
      "part_2"."value_1" as "value_1",
      cast(null as decimal(38, 2)) as "value_2",
      "part_2"."value_3" as "value_3",
      "part_2"."value_4" as "value_4"
    from
      "part_2"
  )
select
  "parts"."question" as "question",
  "parts"."position" as "position",
  "parts"."value_1" as "value_1",
  "parts"."value_2" as "value_2",
  "parts"."value_3" as "value_3",
  "parts"."value_4" as "value_4"
from
  "parts" as "parts"
order by
  1 asc nulls last,
  2 asc nulls last;
