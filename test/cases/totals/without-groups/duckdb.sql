with
  "orders_facts" as (
    select
      sum("orders"."amount") as "revenue",
      sum("orders"."amount") as "average_a",
      count("orders"."amount") as "average_b"
    from
      "orders" as "orders"
  )
select
  "orders_facts"."revenue" as "revenue",
  ("orders_facts"."average_a" / nullif("orders_facts"."average_b", 0)) as "average"
from
  "orders_facts" as "orders_facts"
limit
  10001
