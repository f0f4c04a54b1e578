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
      "customers"."region" as "customers__region",
      sum("orders"."amount") as "amount"
    from
      "orders" as "orders"
      left join "vips" as "customers__vips" on "orders"."customer_id" = "customers__vips"."key_1"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    where
      ("customers__vips"."key_1" is not null)
    group by
      1
  )
select
  "orders_facts"."customers__region" as "customers__region",
  "orders_facts"."amount" as "amount"
from
  "orders_facts" as "orders_facts"
order by
  1 asc nulls last
limit
  10001
