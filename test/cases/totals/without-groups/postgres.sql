with
  "orders_facts" as (
    select
      cast(sum("orders"."amount") as numeric) as "revenue",
      cast(sum("orders"."amount") as numeric) as "average_a",
      count("orders"."amount") as "average_b"
    from
      "orders" as "orders"
  )
select
  "orders_facts"."revenue" as "revenue",
  (
    cast("orders_facts"."average_a" as double precision) / nullif(cast("orders_facts"."average_b" as double precision), 0)
  ) as "average"
from
  "orders_facts" as "orders_facts"
limit
  10001
