with
  "customers_facts" as (
    select
      (cast("customers"."region" as text) collate "C") as "customers__region",
      cast(sum("customers"."age") as numeric) as "average_age_a",
      count("customers"."age") as "average_age_b",
      count(*) as "customer_count"
    from
      "customers" as "customers"
    group by
      1
  ),
  "lines_facts" as (
    select
      (cast("orders__customers"."region" as text) collate "C") as "customers__region",
      sum((cast("lines"."quantity" as numeric(10, 0)) * nullif("lines"."price", 'NaN'))) as "line_value"
    from
      "order_lines" as "lines"
      left join "orders" as "orders" on "lines"."order_id" = "orders"."order_id"
      left join "customers" as "orders__customers" on "orders"."customer_id" = "orders__customers"."customer_id"
    group by
      1
  ),
  "all_facts" as (
    select
      "customers_facts"."customers__region" as "customers__region",
      "customers_facts"."average_age_a" as "average_age_a",
      "customers_facts"."average_age_b" as "average_age_b",
      "customers_facts"."customer_count" as "customer_count",
      cast(null as numeric(38, 2)) as "line_value"
    from
      "customers_facts"
    union all
    select
      "lines_facts"."customers__region" as "customers__region",
      cast(null as numeric) as "average_age_a",
      cast(null as bigint) as "average_age_b",
      cast(null as bigint) as "customer_count",
      "lines_facts"."line_value" as "line_value"
    from
      "lines_facts"
  ),
  "stitched" as (
    select
      "all_facts"."customers__region" as "customers__region",
      cast(max("all_facts"."average_age_a") as numeric) as "average_age_a",
      max("all_facts"."average_age_b") as "average_age_b",
      max("all_facts"."customer_count") as "customer_count",
      max("all_facts"."line_value") as "line_value"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."customers__region" as "customers__region",
  (
    cast("stitched"."average_age_a" as double precision) / nullif(cast("stitched"."average_age_b" as double precision), 0)
  ) as "average_age",
  coalesce("stitched"."customer_count", 0) as "customer_count",
  "stitched"."line_value" as "line_value"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
