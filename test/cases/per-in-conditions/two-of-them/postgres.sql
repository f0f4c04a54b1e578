with
  "orders_facts" as materialized (
    select
      "customers"."customer_id" as "key_1",
      cast(sum("orders"."amount") as numeric) as "value",
      count("orders"."amount") as "value_b_2"
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
  "orders_facts_2" as (
    select
      "orders_facts"."key_1" as "key_1",
      "orders_facts"."value" as "value_a",
      "orders_facts"."value_b_2" as "value_b"
    from
      "orders_facts" as "orders_facts"
  ),
  "per_customers_2" as (
    select
      "orders_facts_2"."key_1" as "key_1",
      (
        cast("orders_facts_2"."value_a" as double precision) / nullif(cast("orders_facts_2"."value_b" as double precision), 0)
      ) as "value"
    from
      "orders_facts_2" as "orders_facts_2"
    where
      ("orders_facts_2"."key_1" is not null)
  ),
  "customers_facts" as (
    select
      count(*) as "above_average"
    from
      "customers" as "customers"
      left join "per_customers" as "per_customers" on "customers"."customer_id" = "per_customers"."key_1"
      left join "per_customers_2" as "per_customers_2" on "customers"."customer_id" = "per_customers_2"."key_1"
    where
      (
        cast(
          case
            when ("per_customers"."key_1" is not null) then "per_customers"."value"
            else cast(null as numeric)
          end as double precision
        ) > case
          when ("per_customers_2"."key_1" is not null) then "per_customers_2"."value"
          else cast(null as double precision)
        end
      )
  )
select
  coalesce("customers_facts"."above_average", 0) as "above_average"
from
  "customers_facts" as "customers_facts"
limit
  10001
