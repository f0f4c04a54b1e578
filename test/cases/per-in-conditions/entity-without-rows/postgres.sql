with
  "orders_facts" as materialized (
    select
      "customers"."customer_id" as "key_1",
      count(*) as "value",
      cast(sum("orders"."amount") as numeric) as "value_2"
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
      "orders_facts"."key_1" as "key_1",
      "orders_facts"."value_2" as "value"
    from
      "orders_facts" as "orders_facts"
  ),
  "per_customers_2" as (
    select
      "orders_facts_2"."key_1" as "key_1",
      "orders_facts_2"."value" as "value"
    from
      "orders_facts_2" as "orders_facts_2"
    where
      ("orders_facts_2"."key_1" is not null)
  ),
  "tickets_facts" as (
    select
      count(*) as "ticket_count",
      count(*) filter (
        where
          (
            case
              when ("customers__per_customers"."key_1" is not null) then "customers__per_customers"."value"
              else case
                when ("customers"."customer_id" is not null) then 0
              end
            end > 0
          )
      ) as "tickets_of_buyers",
      count(*) filter (
        where
          (
            case
              when ("customers__per_customers_2"."key_1" is not null) then "customers__per_customers_2"."value"
              else case
                when ("customers"."customer_id" is not null) then cast(null as numeric)
              end
            end is null
          )
      ) as "tickets_without_amount"
    from
      "tickets" as "tickets"
      left join "customers" as "customers" on "tickets"."customer_id" = "customers"."customer_id"
      left join "per_customers" as "customers__per_customers" on "customers"."customer_id" = "customers__per_customers"."key_1"
      left join "per_customers_2" as "customers__per_customers_2" on "customers"."customer_id" = "customers__per_customers_2"."key_1"
  )
select
  coalesce("tickets_facts"."ticket_count", 0) as "ticket_count",
  coalesce("tickets_facts"."tickets_of_buyers", 0) as "tickets_of_buyers",
  coalesce("tickets_facts"."tickets_without_amount", 0) as "tickets_without_amount"
from
  "tickets_facts" as "tickets_facts"
limit
  10001
