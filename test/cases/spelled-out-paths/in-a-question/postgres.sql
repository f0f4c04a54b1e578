with
  "orders_facts" as (
    select
      cast(sum("orders"."amount") as numeric) as "amount"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
      left join "countries" as "customers__countries" on "customers"."country" = "customers__countries"."code"
      left join "warehouses" as "warehouses" on "orders"."warehouse_id" = "warehouses"."warehouse_id"
      left join "countries" as "warehouses__countries" on "warehouses"."country" = "warehouses__countries"."code"
    where
      (
        (cast("customers__countries"."name" as text) collate "C") <> (cast("warehouses__countries"."name" as text) collate "C")
      )
  )
select
  "orders_facts"."amount" as "amount"
from
  "orders_facts" as "orders_facts"
limit
  10001
