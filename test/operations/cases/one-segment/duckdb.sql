with
  "orders_facts" as (
    select
      "customers"."customer_id" as "key_1",
      sum("orders"."amount") as "value"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    group by
      1
  ),
  "per_customers" as (
    select
      "orders_facts"."key_1" as "key_1",
      "orders_facts"."value" as "value"
    from
      "orders_facts" as "orders_facts"
    where
      ("orders_facts"."key_1" is not null)
  ),
  "big" as (
    select
      "customers"."customer_id" as "key_1"
    from
      "customers" as "customers"
      left join "per_customers" as "per_customers" on "customers"."customer_id" = "per_customers"."key_1"
    where
      (
        (
          case
            when ("per_customers"."key_1" is not null) then "per_customers"."value"
            else cast(null as decimal(38, 2))
          end > cast('50' as decimal(38, 2))
        )
        and ("customers"."customer_id" is not null)
      )
  ),
  "orders_facts_2" as (
    select
      "orders"."channel" as "orders__channel",
      sum("orders"."amount") as "revenue"
    from
      "orders" as "orders"
      left join "big" as "customers__big" on "orders"."customer_id" = "customers__big"."key_1"
    where
      ("customers__big"."key_1" is not null)
    group by
      1
  ),
  "answer" as (
    select
      "orders_facts_2"."orders__channel" as "orders__channel",
      "orders_facts_2"."revenue" as "revenue"
    from
      "orders_facts_2" as "orders_facts_2"
    order by
      1 asc nulls last
    limit
      10001
  ),
  "orders_facts_2_2" as (
    select
      count(distinct "orders"."customer_id") as "buyers"
    from
      "orders" as "orders"
      left join "big" as "customers__big" on "orders"."customer_id" = "customers__big"."key_1"
    where
      ("customers__big"."key_1" is not null)
  ),
  "answer_2" as (
    select
      coalesce("orders_facts_2"."buyers", 0) as "buyers"
    from
      "orders_facts_2_2" as "orders_facts_2"
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
      1 as "position",
      "answer_2"."buyers" as "value_3"
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
      cast(null as varchar) as "value_1",
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
