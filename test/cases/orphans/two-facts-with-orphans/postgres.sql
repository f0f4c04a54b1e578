with
  "orders_facts" as (
    select
      (cast("customers"."tier" as text) collate "C") as "customers__tier",
      sum(nullif("orders"."amount", 'NaN')) as "revenue"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    group by
      1
  ),
  "returns_facts" as (
    select
      (cast("customers"."tier" as text) collate "C") as "customers__tier",
      sum(nullif("returns"."amount", 'NaN')) as "returned"
    from
      "order_returns" as "returns"
      left join "customers" as "customers" on "returns"."customer_id" = "customers"."customer_id"
    group by
      1
  ),
  "all_facts" as (
    select
      "orders_facts"."customers__tier" as "customers__tier",
      "orders_facts"."revenue" as "revenue",
      cast(null as numeric(38, 2)) as "returned"
    from
      "orders_facts"
    union all
    select
      "returns_facts"."customers__tier" as "customers__tier",
      cast(null as numeric(38, 2)) as "revenue",
      "returns_facts"."returned" as "returned"
    from
      "returns_facts"
  ),
  "stitched" as (
    select
      "all_facts"."customers__tier" as "customers__tier",
      max("all_facts"."revenue") as "revenue",
      max("all_facts"."returned") as "returned"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."customers__tier" as "customers__tier",
  "stitched"."revenue" as "revenue",
  coalesce("stitched"."returned", cast('0' as numeric(38, 2))) as "returned"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
