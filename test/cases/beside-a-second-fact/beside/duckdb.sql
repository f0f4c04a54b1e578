with
  "sales_facts" as (
    select
      "stores"."city" as "stores__city",
      sum("sales"."amount") as "average_sale_a",
      count("sales"."amount") as "average_sale_b",
      quantile_cont(cast("sales"."amount" as double), 0.5) as "median_sale",
      count(distinct "sales"."customer") as "customers",
      min("sales"."amount") as "smallest_sale",
      max("sales"."amount") as "largest_sale",
      min("sales"."customer") as "first_customer"
    from
      "sales" as "sales"
      left join "stores" as "stores" on "sales"."store_id" = "stores"."store_id"
    group by
      1
  ),
  "visits_facts" as (
    select
      "stores"."city" as "stores__city",
      sum("visits"."minutes") as "visit_minutes",
      sum("visits"."minutes") as "average_visit_a",
      count("visits"."minutes") as "average_visit_b"
    from
      "visits" as "visits"
      left join "stores" as "stores" on "visits"."store_id" = "stores"."store_id"
    group by
      1
  ),
  "all_facts" as (
    select
      "sales_facts"."stores__city" as "stores__city",
      "sales_facts"."average_sale_a" as "average_sale_a",
      "sales_facts"."average_sale_b" as "average_sale_b",
      "sales_facts"."median_sale" as "median_sale",
      "sales_facts"."customers" as "customers",
      "sales_facts"."smallest_sale" as "smallest_sale",
      "sales_facts"."largest_sale" as "largest_sale",
      "sales_facts"."first_customer" as "first_customer",
      cast(null as hugeint) as "visit_minutes",
      cast(null as hugeint) as "average_visit_a",
      cast(null as bigint) as "average_visit_b"
    from
      "sales_facts"
    union all
    select
      "visits_facts"."stores__city" as "stores__city",
      cast(null as decimal(38, 2)) as "average_sale_a",
      cast(null as bigint) as "average_sale_b",
      cast(null as double) as "median_sale",
      cast(null as bigint) as "customers",
      cast(null as decimal(10, 2)) as "smallest_sale",
      cast(null as decimal(10, 2)) as "largest_sale",
      cast(null as varchar) as "first_customer",
      "visits_facts"."visit_minutes" as "visit_minutes",
      "visits_facts"."average_visit_a" as "average_visit_a",
      "visits_facts"."average_visit_b" as "average_visit_b"
    from
      "visits_facts"
  ),
  "stitched" as (
    select
      "all_facts"."stores__city" as "stores__city",
      max("all_facts"."average_sale_a") as "average_sale_a",
      max("all_facts"."average_sale_b") as "average_sale_b",
      max("all_facts"."median_sale") as "median_sale",
      max("all_facts"."customers") as "customers",
      max("all_facts"."smallest_sale") as "smallest_sale",
      max("all_facts"."largest_sale") as "largest_sale",
      max("all_facts"."first_customer") as "first_customer",
      max("all_facts"."visit_minutes") as "visit_minutes",
      max("all_facts"."average_visit_a") as "average_visit_a",
      max("all_facts"."average_visit_b") as "average_visit_b"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."stores__city" as "stores__city",
  ("stitched"."average_sale_a" / nullif("stitched"."average_sale_b", 0)) as "average_sale",
  "stitched"."median_sale" as "median_sale",
  coalesce("stitched"."customers", 0) as "customers",
  "stitched"."smallest_sale" as "smallest_sale",
  "stitched"."largest_sale" as "largest_sale",
  "stitched"."first_customer" as "first_customer",
  "stitched"."visit_minutes" as "visit_minutes",
  ("stitched"."average_visit_a" / nullif("stitched"."average_visit_b", 0)) as "average_visit"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
