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
  "transfers_facts" as (
    select
      cast(sum("transfers"."amount") as numeric) as "transferred"
    from
      "transfers" as "transfers"
      left join "customers" as "payee" on "transfers"."payee_id" = "payee"."customer_id"
      left join "per_customers" as "payee__per_customers" on "payee"."customer_id" = "payee__per_customers"."key_1"
    where
      (
        case
          when ("payee__per_customers"."key_1" is not null) then "payee__per_customers"."value"
          else case
            when ("payee"."customer_id" is not null) then cast(null as numeric)
          end
        end > 3
      )
  )
select
  "transfers_facts"."transferred" as "transferred"
from
  "transfers_facts" as "transfers_facts"
limit
  10001
