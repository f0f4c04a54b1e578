with
  "orders_facts" as (
    select
      (cast("orders"."channel" as text) collate "C") as "orders__channel",
      cast(sum("orders"."amount") as numeric) as "net_revenue"
    from
      "orders" as "orders"
    group by
      1
  )
select
  "orders_facts"."orders__channel" as "orders__channel",
  "orders_facts"."net_revenue" as "net_revenue"
from
  "orders_facts" as "orders_facts"
order by
  1 asc nulls last
limit
  10001
