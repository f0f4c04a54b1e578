with
  "orders_facts" as (
    select
      cast(
        sum("orders"."amount") filter (
          where
            ((cast("customers"."region" as text) collate "C") = (cast('north' as text) collate "C"))
        ) as numeric
      ) as "north_amount",
      cast(
        sum("orders"."amount") filter (
          where
            ((cast("customers"."region" as text) collate "C") <> (cast('north' as text) collate "C"))
        ) as numeric
      ) as "not_north_amount"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    where
      (
        ((cast("customers"."region" as text) collate "C") = (cast('north' as text) collate "C"))
        or ((cast("customers"."region" as text) collate "C") <> (cast('north' as text) collate "C"))
      )
  )
select
  "orders_facts"."north_amount" as "north_amount",
  "orders_facts"."not_north_amount" as "not_north_amount"
from
  "orders_facts" as "orders_facts"
limit
  10001
