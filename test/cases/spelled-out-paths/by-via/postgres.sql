with
  "orders_facts" as (
    select
      (cast("customers__countries"."name" as text) collate "C") as "countries__name",
      cast(sum("orders"."amount") as numeric) as "amount"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
      left join "countries" as "customers__countries" on "customers"."country" = "customers__countries"."code"
    group by
      1
  )
select
  "orders_facts"."countries__name" as "countries__name",
  "orders_facts"."amount" as "amount"
from
  "orders_facts" as "orders_facts"
order by
  1 asc nulls last
limit
  10001
