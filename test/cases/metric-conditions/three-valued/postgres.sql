with
  "orders_facts" as (
    select
      cast(
        sum("orders"."amount") filter (
          where
            (not "orders"."is_test")
        ) as numeric
      ) as "real_amount",
      cast(
        sum("orders"."amount") filter (
          where
            (not coalesce("orders"."is_test", false))
        ) as numeric
      ) as "surely_real_amount"
    from
      "orders" as "orders"
    where
      (
        (not "orders"."is_test")
        or (not coalesce("orders"."is_test", false))
      )
  )
select
  "orders_facts"."real_amount" as "real_amount",
  "orders_facts"."surely_real_amount" as "surely_real_amount"
from
  "orders_facts" as "orders_facts"
limit
  10001
