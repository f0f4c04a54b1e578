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
      cast(sum("orders"."amount") as numeric) as "amount",
      cast(
        sum("orders"."amount") filter (
          where
            (
              case
                when ("customers__per_customers"."key_1" is not null) then "customers__per_customers"."value"
                else case
                  when ("customers"."customer_id" is not null) then 0
                end
              end >= 2
            )
        ) as numeric
      ) as "amount_of_regulars",
      cast(
        sum("orders"."amount") filter (
          where
            (
              not (
                case
                  when ("customers__per_customers"."key_1" is not null) then "customers__per_customers"."value"
                  else case
                    when ("customers"."customer_id" is not null) then 0
                  end
                end >= 2
              )
            )
        ) as numeric
      ) as "amount_of_others",
      cast(
        sum("orders"."amount") filter (
          where
            (
              case
                when ("customers__per_customers"."key_1" is not null) then "customers__per_customers"."value"
                else case
                  when ("customers"."customer_id" is not null) then 0
                end
              end is null
            )
        ) as numeric
      ) as "amount_of_nobody"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
      left join "per_customers" as "customers__per_customers" on "customers"."customer_id" = "customers__per_customers"."key_1"
  )
select
  "orders_facts_2"."amount" as "amount",
  "orders_facts_2"."amount_of_regulars" as "amount_of_regulars",
  "orders_facts_2"."amount_of_others" as "amount_of_others",
  "orders_facts_2"."amount_of_nobody" as "amount_of_nobody"
from
  "orders_facts_2" as "orders_facts_2"
limit
  10001
