with
  "orders_facts" as (
    select
      (cast("orders"."status" as text) collate "C") as "orders__status",
      cast(
        sum("orders"."amount") filter (
          where
            ((cast("orders"."status" as text) collate "C") = (cast('paid' as text) collate "C"))
        ) as numeric
      ) as "paid_amount",
      cast(
        sum("orders"."amount") filter (
          where
            ((cast("customers"."region" as text) collate "C") = (cast('north' as text) collate "C"))
        ) as numeric
      ) as "north_amount"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    where
      (
        ((cast("orders"."status" as text) collate "C") = (cast('paid' as text) collate "C"))
        or ((cast("customers"."region" as text) collate "C") = (cast('north' as text) collate "C"))
      )
    group by
      1
  )
select
  "orders_facts"."orders__status" as "orders__status",
  "orders_facts"."paid_amount" as "paid_amount",
  "orders_facts"."north_amount" as "north_amount"
from
  "orders_facts" as "orders_facts"
order by
  1 asc nulls last
limit
  10001
