with
  "orders_facts" as materialized (
    select
      "orders"."channel" as "orders__channel",
      sum("orders"."amount") as "revenue",
      count(*) filter(
        where
          ("orders"."status" = 'paid')
      ) as "orders_facts_2_rows"
    from
      "orders" as "orders"
    group by
      1
  ),
  "answer" as (
    select
      "orders_facts"."orders__channel" as "orders__channel",
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
      "orders_facts"."orders__channel" as "orders__channel",
      "orders_facts"."orders_facts_2_rows" as "paid_orders"
    from
      "orders_facts" as "orders_facts"
    where
      ("orders_facts"."orders_facts_2_rows" > 0)
  ),
  "answer_2" as (
    select
      "orders_facts"."orders__channel" as "orders__channel",
      coalesce("orders_facts"."paid_orders", 0) as "paid_orders"
    from
      "orders_facts_2" as "orders_facts"
    order by
      1 asc nulls last
    limit
      10001
  ),
  "part_1" as (
    select
      1 as "question",
      row_number() over (
        order by
          "answer"."orders__channel" asc nulls last
      ) as "position",
      "answer"."orders__channel" as "value_1",
      "answer"."revenue" as "value_2"
    from
      "answer" as "answer"
  ),
  "part_2" as (
    select
      2 as "question",
      row_number() over (
        order by
          "answer_2"."orders__channel" asc nulls last
      ) as "position",
      "answer_2"."orders__channel" as "value_1",
      "answer_2"."paid_orders" as "value_3"
    from
      "answer_2" as "answer_2"
  ),
  "parts" as (
    select
      "part_1"."question" as "question",
      "part_1"."position" as "position",
      "part_1"."value_1" as "value_1",
      "part_1"."value_2" as "value_2",
      cast(null as bigint) as "value_3"
    from
      "part_1"
    union all
    select
      "part_2"."question" as "question",
      "part_2"."position" as "position",
      "part_2"."value_1" as "value_1",
      cast(null as decimal(38, 2)) as "value_2",
      "part_2"."value_3" as "value_3"
    from
      "part_2"
  )
select
  "parts"."question" as "question",
  "parts"."position" as "position",
  "parts"."value_1" as "value_1",
  "parts"."value_2" as "value_2",
  "parts"."value_3" as "value_3"
from
  "parts" as "parts"
order by
  1 asc nulls last,
  2 asc nulls last;
