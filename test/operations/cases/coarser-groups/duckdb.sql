with
  "orders_facts" as materialized (
    select
      "customers"."region" as "customers__region",
      coalesce(
        cast(timezone('Europe/London', "orders"."ordered_at") as date) - cast(day(cast(timezone('Europe/London', "orders"."ordered_at") as date)) - 1 as integer),
        cast(timezone('Europe/London', "orders"."ordered_at") as date)
      ) as "time",
      sum("orders"."amount") as "revenue",
      count(*) as "order_count_2"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    group by
      1,
      2
  ),
  "answer" as (
    select
      "orders_facts"."customers__region" as "customers__region",
      "orders_facts"."time" as "time",
      "orders_facts"."revenue" as "revenue"
    from
      "orders_facts" as "orders_facts"
    order by
      1 asc nulls last,
      2 asc nulls last
    limit
      10001
  ),
  "orders_facts_2" as (
    select
      sum("orders_facts"."revenue") as "revenue"
    from
      "orders_facts" as "orders_facts"
  ),
  "answer_2" as (
    select
      "orders_facts"."revenue" as "revenue"
    from
      "orders_facts_2" as "orders_facts"
    limit
      1
  ),
  "orders_facts_3" as (
    select
      "orders_facts"."customers__region" as "customers__region",
      cast(coalesce(sum("orders_facts"."order_count_2"), 0) as bigint) as "order_count"
    from
      "orders_facts" as "orders_facts"
    group by
      1
  ),
  "answer_3" as (
    select
      "orders_facts"."customers__region" as "customers__region",
      coalesce("orders_facts"."order_count", 0) as "order_count"
    from
      "orders_facts_3" as "orders_facts"
    order by
      1 asc nulls last
    limit
      10001
  ),
  "answer_4" as (
    select
      "orders_facts"."revenue" as "revenue"
    from
      "orders_facts_2" as "orders_facts"
    limit
      10001
  ),
  "part_1" as (
    select
      1 as "question",
      row_number() over (
        order by
          "answer"."customers__region" asc nulls last,
          "answer"."time" asc nulls last
      ) as "position",
      "answer"."customers__region" as "value_1",
      "answer"."time" as "value_2",
      "answer"."revenue" as "value_3"
    from
      "answer" as "answer"
  ),
  "part_2" as (
    select
      2 as "question",
      1 as "position",
      "answer_2"."revenue" as "value_3"
    from
      "answer_2" as "answer_2"
  ),
  "part_3" as (
    select
      3 as "question",
      row_number() over (
        order by
          "answer_3"."customers__region" asc nulls last
      ) as "position",
      "answer_3"."customers__region" as "value_1",
      "answer_3"."order_count" as "value_4"
    from
      "answer_3" as "answer_3"
  ),
  "part_4" as (
    select
      4 as "question",
      1 as "position",
      "answer_4"."revenue" as "value_3"
    from
      "answer_4" as "answer_4"
  ),
  "parts" as (
    select
      "part_1"."question" as "question",
      "part_1"."position" as "position",
      "part_1"."value_1" as "value_1",
      "part_1"."value_2" as "value_2",
      "part_1"."value_3" as "value_3",
      cast(null as bigint) as "value_4"
    from
      "part_1"
    union all
    select
      "part_2"."question" as "question",
      "part_2"."position" as "position",
      cast(null as varchar) as "value_1",
      cast(null as date) as "value_2",
      "part_2"."value_3" as "value_3",
      cast(null as bigint) as "value_4"
    from
      "part_2"
    union all
    select
      "part_3"."question" as "question",
      "part_3"."position" as "position",
      "part_3"."value_1" as "value_1",
      cast(null as date) as "value_2",
      cast(null as decimal(38, 2)) as "value_3",
      "part_3"."value_4" as "value_4"
    from
      "part_3"
    union all
    select
      "part_4"."question" as "question",
      "part_4"."position" as "position",
      cast(null as varchar) as "value_1",
      cast(null as date) as "value_2",
      "part_4"."value_3" as "value_3",
      cast(null as bigint) as "value_4"
    from
      "part_4"
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
