with
  "orders_facts" as (
    select
      (cast("customers"."region" as text) collate "C") as "customers__region",
      cast(sum("orders"."amount") as numeric) as "revenue",
      count(distinct "orders"."customer_id") as "buyers",
      cast(sum("orders"."amount") as numeric) as "average_a",
      count("orders"."amount") as "average_b",
      percentile_cont(0.5) within group (
        order by
          cast("orders"."amount" as double precision)
      ) as "middle"
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
  (
    cast("orders_facts"."average_a" as double precision) / nullif(cast("orders_facts"."average_b" as double precision), 0)
  ) as "average",
  "orders_facts"."middle" as "middle",
  (
    cast(cast("orders_facts"."revenue" as double precision) as double precision) / nullif(
      cast(cast(coalesce("orders_facts"."buyers", 0) as double precision) as double precision),
      0
    )
  ) as "per_buyer"
from
  "orders_facts" as "orders_facts"
order by
  1 asc nulls last
limit
  10001
