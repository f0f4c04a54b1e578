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
  )
select
  "customers"."customer_id" as "customers__customer_id"
from
  "customers" as "customers"
  left join "per_customers" as "per_customers" on "customers"."customer_id" = "per_customers"."key_1"
where
  (
    case
      when ("per_customers"."key_1" is not null) then "per_customers"."value"
      else 0
    end = 2
  )
group by
  1
order by
  1 asc nulls last
limit
  10001
