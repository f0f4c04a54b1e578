with
  "orders_facts" as (
    select
      (cast("customers__regions"."name" as text) collate "C") as "regions__name",
      count(*) as "order_count",
      sum(nullif("orders"."amount", 'NaN')) as "revenue"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
      left join "regions" as "customers__regions" on "customers"."region_id" = "customers__regions"."region_id"
    group by
      1
  )
select
  "orders_facts"."regions__name" as "regions__name",
  coalesce("orders_facts"."order_count", 0) as "order_count",
  "orders_facts"."revenue" as "revenue"
from
  "orders_facts" as "orders_facts"
order by
  1 asc nulls last
limit
  10001
