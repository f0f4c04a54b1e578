with
  "vips" as (
    select
      "customers"."customer_id" as "key_1"
    from
      "customers" as "customers"
    where
      (
        "customers"."vip"
        and ("customers"."customer_id" is not null)
      )
  ),
  "orders_facts" as (
    select
      cast(sum("orders"."amount") as numeric) as "amount"
    from
      "orders" as "orders"
      left join "vips" as "customers__vips" on "orders"."customer_id" = "customers__vips"."key_1"
    where
      (
        ("customers__vips"."key_1" is not null)
        and ("customers__vips"."key_1" is not null)
      )
  )
select
  "orders_facts"."amount" as "amount"
from
  "orders_facts" as "orders_facts"
limit
  10001
