with
  "orders_facts" as (
    select
      (cast("customers"."region" as text) collate "C") as "customers__region",
      cast(sum("orders"."amount") as numeric) as "never"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    where
      false
    group by
      1
  )
select
  "orders_facts"."customers__region" as "customers__region",
  "orders_facts"."never" as "never"
from
  "orders_facts" as "orders_facts"
order by
  1 asc nulls last
limit
  10001
