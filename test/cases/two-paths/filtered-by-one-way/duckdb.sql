with
  "orders_facts" as (
    select
      "customers__countries"."name" as "customers__countries__name",
      sum("orders"."amount") as "amount"
    from
      "orders" as "orders"
      left join "warehouses" as "warehouses" on "orders"."warehouse_id" = "warehouses"."warehouse_id"
      left join "countries" as "warehouses__countries" on "warehouses"."country" = "warehouses__countries"."code"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
      left join "countries" as "customers__countries" on "customers"."country" = "customers__countries"."code"
    where
      ("warehouses__countries"."name" = 'Britain')
    group by
      1
  )
select
  "orders_facts"."customers__countries__name" as "customers__countries__name",
  "orders_facts"."amount" as "amount"
from
  "orders_facts" as "orders_facts"
order by
  1 asc nulls last
limit
  10001
