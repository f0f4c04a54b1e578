with
  "european" as (
    select
      (cast("countries"."code" as text) collate "C") as "key_1"
    from
      "countries" as "countries"
      left join "regions" as "regions" on "countries"."region" = "regions"."region"
    where
      (
        ((cast("regions"."manager" as text) collate "C") = (cast('Eve' as text) collate "C"))
        and ((cast("countries"."code" as text) collate "C") is not null)
      )
  ),
  "orders_facts" as (
    select
      cast(sum("orders"."amount") as numeric) as "amount"
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
