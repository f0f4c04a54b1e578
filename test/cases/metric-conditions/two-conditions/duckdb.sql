with
  "orders_facts" as (
    select
      "orders"."status" as "orders__status",
      sum("orders"."amount") filter(
        where
          ("orders"."status" = 'paid')
      ) as "paid_amount",
      sum("orders"."amount") filter(
        where
          ("customers"."region" = 'north')
      ) as "north_amount"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    where
      (
        ("orders"."status" = 'paid')
        or ("customers"."region" = 'north')
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
