with
  "orders_facts" as (
    select
      (cast("customers"."tier" as text) collate "C") as "customers__tier",
      count(*) as "order_count"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    where
      (
        (cast("customers"."tier" as text) collate "C") in ((cast('iron' as text) collate "C"), (cast('gold' as text) collate "C"))
      )
    group by
      1
  )
select
  "orders_facts"."customers__tier" as "customers__tier",
  coalesce("orders_facts"."order_count", 0) as "order_count"
from
  "orders_facts" as "orders_facts"
order by
  1 asc nulls last
limit
  10001
