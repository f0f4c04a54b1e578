with
  "orders_facts" as (
    select
      (cast("warehouses__countries__regions"."manager" as text) collate "C") as "warehouses__countries__regions__manager",
      cast(sum("orders"."amount") as numeric) as "amount"
    from
      "orders" as "orders"
      left join "warehouses" as "warehouses" on "orders"."warehouse_id" = "warehouses"."warehouse_id"
      left join "countries" as "warehouses__countries" on "warehouses"."country" = "warehouses__countries"."code"
      left join "regions" as "warehouses__countries__regions" on "warehouses__countries"."region" = "warehouses__countries__regions"."region"
    where
      ("warehouses"."warehouse_id" is not null)
    group by
      1
  )
select
  "orders_facts"."warehouses__countries__regions__manager" as "warehouses__countries__regions__manager",
  "orders_facts"."amount" as "amount"
from
  "orders_facts" as "orders_facts"
order by
  1 asc nulls last
limit
  10001
