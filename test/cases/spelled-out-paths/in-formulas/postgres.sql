with
  "orders_facts" as (
    select
      cast(
        sum("orders"."amount") filter (
          where
            (
              (cast("warehouses__countries"."name" as text) collate "C") = (cast('Britain' as text) collate "C")
            )
        ) as numeric
      ) as "stored_in_britain",
      cast(
        sum("orders"."amount") filter (
          where
            (
              (cast("customers__countries"."name" as text) collate "C") = (cast("payer__countries"."name" as text) collate "C")
            )
        ) as numeric
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
        (
          (cast("warehouses__countries"."name" as text) collate "C") = (cast('Britain' as text) collate "C")
        )
        or (
          (cast("customers__countries"."name" as text) collate "C") = (cast("payer__countries"."name" as text) collate "C")
        )
      )
  )
select
  "orders_facts"."stored_in_britain" as "stored_in_britain",
  "orders_facts"."at_home" as "at_home"
from
  "orders_facts" as "orders_facts"
limit
  10001
