with
  "orders_facts" as (
    select
      sum("orders"."amount") filter(
        where
          ("warehouses__countries"."name" = 'Britain')
      ) as "stored_in_britain",
      sum("orders"."amount") filter(
        where
          ("customers__countries"."name" = "payer__countries"."name")
      ) as "at_home"
    from
      "orders" as "orders"
      left join "warehouses" as "warehouses" on "orders"."warehouse_id" = "warehouses"."warehouse_id"
      left join "countries" as "warehouses__countries" on "warehouses"."country" = "warehouses__countries"."code"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
      left join "countries" as "customers__countries" on "customers"."country" = "customers__countries"."code"
      left join "customers" as "payer" on "orders"."payer_id" = "payer"."customer_id"
      left join "countries" as "payer__countries" on "payer"."country" = "payer__countries"."code"
    where
      (
        ("warehouses__countries"."name" = 'Britain')
        or ("customers__countries"."name" = "payer__countries"."name")
      )
  )
select
  "orders_facts"."stored_in_britain" as "stored_in_britain",
  "orders_facts"."at_home" as "at_home"
from
  "orders_facts" as "orders_facts"
limit
  10001
