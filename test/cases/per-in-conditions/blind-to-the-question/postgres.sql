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
  "orders_facts_2" as (
    select
      cast(sum("orders"."amount") as numeric) as "amount"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
      left join "per_customers" as "customers__per_customers" on "customers"."customer_id" = "customers__per_customers"."key_1"
    where
      (
        ((cast("orders"."channel" as text) collate "C") = (cast('web' as text) collate "C"))
        and (
          case
            when ("customers__per_customers"."key_1" is not null) then "customers__per_customers"."value"
            else case
              when ("customers"."customer_id" is not null) then 0
            end
          end >= 2
        )
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
