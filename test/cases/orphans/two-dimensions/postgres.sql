with
  "orders_facts" as (
    select
      (cast("customers"."tier" as text) collate "C") as "customers__tier",
      (cast("customers__regions"."name" as text) collate "C") as "regions__name",
      sum(nullif("orders"."amount", 'NaN')) as "revenue"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
      left join "regions" as "customers__regions" on "customers"."region_id" = "customers__regions"."region_id"
    group by
      1,
      2
  )
select
  "orders_facts"."customers__tier" as "customers__tier",
  "orders_facts"."regions__name" as "regions__name",
  "orders_facts"."revenue" as "revenue"
from
  "orders_facts" as "orders_facts"
order by
  1 asc nulls last,
  2 asc nulls last
limit
  10001
