with
  "orders_facts" as (
    select
      "customers"."region" as "customers__region",
      sum("orders"."amount") as "revenue",
      count(distinct "orders"."customer_id") as "buyers",
      sum("orders"."amount") as "average_a",
      count("orders"."amount") as "average_b",
      quantile_cont(cast("orders"."amount" as double), 0.5) as "middle"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    group by
      1
  )
select
  "orders_facts"."customers__region" as "customers__region",
  "orders_facts"."revenue" as "revenue",
  coalesce("orders_facts"."buyers", 0) as "buyers",
  ("orders_facts"."average_a" / nullif("orders_facts"."average_b", 0)) as "average",
  "orders_facts"."middle" as "middle",
  (
    cast("orders_facts"."revenue" as double) / nullif(cast(coalesce("orders_facts"."buyers", 0) as double), 0)
  ) as "per_buyer"
from
  "orders_facts" as "orders_facts"
order by
  2 desc nulls last,
  1 asc nulls last
limit
  1
