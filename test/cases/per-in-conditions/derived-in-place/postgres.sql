with
  "tickets_facts" as (
    select
      "customers"."customer_id" as "key_1",
      count(*) as "value_1"
    from
      "tickets" as "tickets"
      left join "customers" as "customers" on "tickets"."customer_id" = "customers"."customer_id"
    group by
      1
  ),
  "orders_facts" as (
    select
      "customers"."customer_id" as "key_1",
      count(*) as "value_2"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    group by
      1
  ),
  "all_facts" as (
    select
      "tickets_facts"."key_1" as "key_1",
      "tickets_facts"."value_1" as "value_1",
      cast(null as bigint) as "value_2"
    from
      "tickets_facts"
    union all
    select
      "orders_facts"."key_1" as "key_1",
      cast(null as bigint) as "value_1",
      "orders_facts"."value_2" as "value_2"
    from
      "orders_facts"
  ),
  "stitched" as (
    select
      "all_facts"."key_1" as "key_1",
      max("all_facts"."value_1") as "value_1",
      max("all_facts"."value_2") as "value_2"
    from
      "all_facts" as "all_facts"
    group by
      1
  ),
  "per_customers" as (
    select
      "stitched"."key_1" as "key_1",
      (
        cast(cast(coalesce("stitched"."value_1", 0) as double precision) as double precision) / nullif(cast(cast(coalesce("stitched"."value_2", 0) as double precision) as double precision), 0)
      ) as "value"
    from
      "stitched" as "stitched"
    where
      ("stitched"."key_1" is not null)
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
        case
          when ("customers__per_customers"."key_1" is not null) then "customers__per_customers"."value"
          else case
            when ("customers"."customer_id" is not null) then (
              cast(cast(0 as double precision) as double precision) / nullif(cast(cast(0 as double precision) as double precision), 0)
            )
          end
        end = cast('2' as double precision)
      )
  )
select
  "orders_facts_2"."amount" as "amount"
from
  "orders_facts_2" as "orders_facts_2"
limit
  10001
