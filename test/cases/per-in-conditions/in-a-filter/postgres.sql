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
  "orders_facts_2" as (
    select
      cast(
        sum("orders"."amount") filter (
          where
            (
              case
                when ("customers__per_customers"."key_1" is not null) then "customers__per_customers"."value"
                else case
                  when ("customers"."customer_id" is not null) then cast(null as numeric)
                end
              end < 8
            )
        ) as numeric
      ) as "small_share_1",
      cast(sum("orders"."amount") as numeric) as "small_share_2"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
      left join "per_customers" as "customers__per_customers" on "customers"."customer_id" = "customers__per_customers"."key_1"
  )
select
  (
    cast(cast("orders_facts_2"."small_share_1" as double precision) as double precision) / nullif(cast(cast("orders_facts_2"."small_share_2" as double precision) as double precision), 0)
  ) as "small_share"
from
  "orders_facts_2" as "orders_facts_2"
limit
  10001
