with
  "orders_facts" as (
    select
      "customers"."customer_id" as "key_1",
      cast(sum("orders"."amount") as numeric) as "value"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    group by
      1
  ),
  "per_customers" as (
    select
      "orders_facts"."key_1" as "key_1",
      "orders_facts"."value" as "value"
    from
      "orders_facts" as "orders_facts"
    where
      ("orders_facts"."key_1" is not null)
  ),
  "big_buyers" as (
    select
      "customers"."customer_id" as "key_1"
    from
      "customers" as "customers"
      left join "per_customers" as "per_customers" on "customers"."customer_id" = "per_customers"."key_1"
    where
      (
        (
          case
            when ("per_customers"."key_1" is not null) then "per_customers"."value"
            else cast(null as numeric)
          end >= 4
        )
        and ("customers"."customer_id" is not null)
      )
  ),
  "southern" as (
    select
      "customers"."customer_id" as "key_1"
    from
      "customers" as "customers"
    where
      (
        ((cast("customers"."region" as text) collate "C") = (cast('south' as text) collate "C"))
        and ("customers"."customer_id" is not null)
      )
  ),
  "orders_facts_2" as (
    select
      cast(sum("orders"."amount") as numeric) as "amount"
    from
      "orders" as "orders"
      left join "big_buyers" as "customers__big_buyers" on "orders"."customer_id" = "customers__big_buyers"."key_1"
      left join "southern" as "customers__southern" on "orders"."customer_id" = "customers__southern"."key_1"
    where
      (
        ("customers__big_buyers"."key_1" is not null)
        and ("customers__southern"."key_1" is not null)
      )
  )
select
  "orders_facts_2"."amount" as "amount"
from
  "orders_facts_2" as "orders_facts_2"
limit
  10001
