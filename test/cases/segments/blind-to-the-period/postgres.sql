with
  "orders_facts" as (
    select
      "customers"."customer_id" as "key_1",
      count(*) as "value"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    group by
      1
  ),
  "per_customers" as (
    select
      "orders_facts"."key_1" as "key_1",
      coalesce("orders_facts"."value", 0) as "value"
    from
      "orders_facts" as "orders_facts"
    where
      ("orders_facts"."key_1" is not null)
  ),
  "regulars" as (
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
            else 0
          end >= 2
        )
        and ("customers"."customer_id" is not null)
      )
  ),
  "orders_facts_2" as (
    select
      cast(sum("orders"."amount") as numeric) as "amount"
    from
      "orders" as "orders"
      left join "regulars" as "customers__regulars" on "orders"."customer_id" = "customers__regulars"."key_1"
    where
      (
        ("customers__regulars"."key_1" is not null)
        and ("orders"."ordered_on" >= cast('2024-01-01' as date))
        and ("orders"."ordered_on" < cast('2024-02-01' as date))
      )
  )
select
  "orders_facts_2"."amount" as "amount"
from
  "orders_facts_2" as "orders_facts_2"
limit
  10001
