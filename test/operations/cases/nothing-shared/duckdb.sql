with
  "orders_facts" as (
    select
      coalesce(
        cast(timezone('Europe/London', "orders"."ordered_at") as date) - cast(day(cast(timezone('Europe/London', "orders"."ordered_at") as date)) - 1 as integer),
        cast(timezone('Europe/London', "orders"."ordered_at") as date)
      ) as "time",
      count(distinct "orders"."customer_id") as "buyers"
    from
      "orders" as "orders"
    where
      (
        ("orders"."ordered_at" >= cast('2024-01-01 00:00:00Z' as timestamptz))
        and ("orders"."ordered_at" < cast('2025-01-01 00:00:00Z' as timestamptz))
      )
    group by
      1
  )
select
  "orders_facts"."time" as "time",
  coalesce("orders_facts"."buyers", 0) as "buyers"
from
  "orders_facts" as "orders_facts"
order by
  1 asc nulls last
limit
  10001;

with
  "orders_facts_2" as (
    select
      count(distinct "orders"."customer_id") as "buyers"
    from
      "orders" as "orders"
    where
      (
        ("orders"."ordered_at" >= cast('2024-01-01 00:00:00Z' as timestamptz))
        and ("orders"."ordered_at" < cast('2025-01-01 00:00:00Z' as timestamptz))
      )
  )
select
  coalesce("orders_facts"."buyers", 0) as "buyers"
from
  "orders_facts_2" as "orders_facts"
limit
  10001;

with
  "orders_facts_3" as (
    select
      sum("orders"."amount") as "revenue"
    from
      "orders" as "orders"
    where
      (
        ("orders"."ordered_at" >= cast('2024-03-01 00:00:00Z' as timestamptz))
        and ("orders"."ordered_at" < cast('2024-03-31 23:00:00Z' as timestamptz))
      )
  )
select
  "orders_facts"."revenue" as "revenue"
from
  "orders_facts_3" as "orders_facts"
limit
  10001;

select
  "customers"."region" as "customers__region"
from
  "customers" as "customers"
group by
  1
order by
  1 asc nulls last
limit
  10001;
