with
  "newcomers" as (
    select
      "customers"."customer_id" as "key_1"
    from
      "customers" as "customers"
    where
      (
        (
          "customers"."joined_on" > cast(
            timezone (
              'Europe/London',
              timezone (
                'Europe/London',
                (
                  timezone ('Europe/London', cast('2024-03-31 12:00:00Z' as timestamptz)) - interval '1 month'
                )
              )
            ) as date
          )
        )
        and ("customers"."customer_id" is not null)
      )
  ),
  "customers_facts" as (
    select
      count(*) as "customer_count"
    from
      "customers" as "customers"
      left join "newcomers" as "newcomers" on "customers"."customer_id" = "newcomers"."key_1"
    where
      ("newcomers"."key_1" is not null)
  ),
  "orders_facts" as (
    select
      cast(sum("orders"."amount") as numeric) as "amount"
    from
      "orders" as "orders"
      left join "newcomers" as "customers__newcomers" on "orders"."customer_id" = "customers__newcomers"."key_1"
    where
      ("customers__newcomers"."key_1" is not null)
  ),
  "all_facts" as (
    select
      "customers_facts"."customer_count" as "customer_count",
      cast(null as numeric) as "amount"
    from
      "customers_facts"
    union all
    select
      cast(null as bigint) as "customer_count",
      "orders_facts"."amount" as "amount"
    from
      "orders_facts"
  ),
  "stitched" as (
    select
      max("all_facts"."customer_count") as "customer_count",
      cast(max("all_facts"."amount") as numeric) as "amount"
    from
      "all_facts" as "all_facts"
  )
select
  coalesce("stitched"."customer_count", 0) as "customer_count",
  "stitched"."amount" as "amount"
from
  "stitched" as "stitched"
limit
  10001
