with
  "orders_facts" as (
    select
      coalesce((cast("orders"."note" as text) collate "C"), (cast('none' as text) collate "C")) as "orders__note_or_none",
      count(*) as "order_count"
    from
      "orders" as "orders"
    group by
      1
  )
select
  "orders_facts"."orders__note_or_none" as "orders__note_or_none",
  coalesce("orders_facts"."order_count", 0) as "order_count"
from
  "orders_facts" as "orders_facts"
order by
  1 asc nulls last
limit
  10001
