with
  "orders_facts" as (
    select
      count(*) as "unknown_orders"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    where
      (
        case
          when ("customers"."customer_id" is not null) then coalesce((cast("customers"."region" as text) collate "C"), (cast('unknown' as text) collate "C"))
        end = (cast('unknown' as text) collate "C")
      )
  )
select
  coalesce("orders_facts"."unknown_orders", 0) as "unknown_orders"
from
  "orders_facts" as "orders_facts"
limit
  10001
