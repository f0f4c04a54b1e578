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
  "tickets_facts" as (
    select
      "customers"."customer_id" as "key_1",
      count(*) as "value"
    from
      "tickets" as "tickets"
      left join "customers" as "customers" on "tickets"."customer_id" = "customers"."customer_id"
    group by
      1
  ),
  "per_customers_2" as (
    select
      "tickets_facts"."key_1" as "key_1",
      coalesce("tickets_facts"."value", 0) as "value"
    from
      "tickets_facts" as "tickets_facts"
    where
      ("tickets_facts"."key_1" is not null)
  ),
  "orders_facts_2" as (
    select
      cast(sum("orders"."amount") as numeric) as "amount"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
      left join "per_customers" as "customers__per_customers" on "customers"."customer_id" = "customers__per_customers"."key_1"
      left join "per_customers_2" as "customers__per_customers_2" on "customers"."customer_id" = "customers__per_customers_2"."key_1"
    where
      (
        (
          case
            when ("customers__per_customers"."key_1" is not null) then "customers__per_customers"."value"
            else case
              when ("customers"."customer_id" is not null) then cast(null as numeric)
            end
          end >= 16
        )
        or ((cast("orders"."channel" as text) collate "C") = (cast('app' as text) collate "C"))
        or (
          case
            when ("customers__per_customers_2"."key_1" is not null) then "customers__per_customers_2"."value"
            else case
              when ("customers"."customer_id" is not null) then 0
            end
          end > 1
        )
      )
  )
select
  "orders_facts_2"."amount" as "amount"
from
  "orders_facts_2" as "orders_facts_2"
limit
  10001
