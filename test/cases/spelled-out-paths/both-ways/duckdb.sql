with
  "orders_facts" as (
    select
      "customers__countries"."name" as "countries__name",
      "warehouses__countries"."name" as "warehouses__countries__name",
      sum("orders"."amount") as "amount"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
      left join "countries" as "customers__countries" on "customers"."country" = "customers__countries"."code"
      left join "warehouses" as "warehouses" on "orders"."warehouse_id" = "warehouses"."warehouse_id"
      left join "countries" as "warehouses__countries" on "warehouses"."country" = "warehouses__countries"."code"
    where
      (
        ("customers__countries"."name" is not null)
        and ("warehouses__countries"."name" is not null)
      )
    group by
      1,
      2
  )
select
  "orders_facts"."countries__name" as "countries__name",
  "orders_facts"."warehouses__countries__name" as "warehouses__countries__name",
  "orders_facts"."amount" as "amount"
from
  "orders_facts" as "orders_facts"
order by
  1 asc nulls last,
  2 asc nulls last
limit
  10001
