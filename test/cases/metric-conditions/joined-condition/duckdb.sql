with
  "orders_facts" as (
    select
      sum("orders"."amount") filter(
        where
          ("customers"."region" = 'north')
      ) as "north_amount",
      sum("orders"."amount") filter(
        where
          ("customers"."region" <> 'north')
      ) as "not_north_amount"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    where
      (
        ("customers"."region" = 'north')
        or ("customers"."region" <> 'north')
      )
  )
select
  "orders_facts"."north_amount" as "north_amount",
  "orders_facts"."not_north_amount" as "not_north_amount"
from
  "orders_facts" as "orders_facts"
limit
  10001
