with
  "european" as (
    select
      "countries"."code" as "key_1"
    from
      "countries" as "countries"
      left join "regions" as "regions" on "countries"."region" = "regions"."region"
    where
      (
        ("regions"."manager" = 'Eve')
        and ("countries"."code" is not null)
      )
  ),
  "orders_facts" as (
    select
      sum("orders"."amount") as "amount"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
      left join "european" as "customers__countries__european" on "customers"."country" = "customers__countries__european"."key_1"
    where
      ("customers__countries__european"."key_1" is not null)
  )
select
  "orders_facts"."amount" as "amount"
from
  "orders_facts" as "orders_facts"
limit
  10001
