with
  "sales_facts" as (
    select
      (cast("stores"."city" as text) collate "C") as "stores__city",
      sum(nullif("sales"."amount", 'NaN')) as "average_sale_a",
      count(nullif("sales"."amount", 'NaN')) as "average_sale_b",
      percentile_cont(0.5) within group (
        order by
          cast(nullif("sales"."amount", 'NaN') as double precision)
      ) as "median_sale",
      count(distinct (cast("sales"."customer" as text) collate "C")) as "customers",
      min(nullif("sales"."amount", 'NaN')) as "smallest_sale",
      max(nullif("sales"."amount", 'NaN')) as "largest_sale",
      min((cast("sales"."customer" as text) collate "C")) as "first_customer"
    from
      "sales" as "sales"
      left join "stores" as "stores" on "sales"."store_id" = "stores"."store_id"
    group by
      1
  ),
  "visits_facts" as (
    select
      (cast("stores"."city" as text) collate "C") as "stores__city",
      cast(sum("visits"."minutes") as numeric) as "visit_minutes",
      cast(sum("visits"."minutes") as numeric) as "average_visit_a",
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
      cast(null as numeric) as "visit_minutes",
      cast(null as numeric) as "average_visit_a",
      cast(null as bigint) as "average_visit_b"
    from
      "sales_facts"
    union all
    select
      "visits_facts"."stores__city" as "stores__city",
      cast(null as numeric(38, 2)) as "average_sale_a",
      cast(null as bigint) as "average_sale_b",
      cast(null as double precision) as "median_sale",
      cast(null as bigint) as "customers",
      cast(null as numeric(10, 2)) as "smallest_sale",
      cast(null as numeric(10, 2)) as "largest_sale",
      cast(null as text) as "first_customer",
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
      cast(max("all_facts"."visit_minutes") as numeric) as "visit_minutes",
      cast(max("all_facts"."average_visit_a") as numeric) as "average_visit_a",
      max("all_facts"."average_visit_b") as "average_visit_b"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."stores__city" as "stores__city",
  (
    cast("stitched"."average_sale_a" as double precision) / nullif(cast("stitched"."average_sale_b" as double precision), 0)
  ) as "average_sale",
  "stitched"."median_sale" as "median_sale",
  coalesce("stitched"."customers", 0) as "customers",
  "stitched"."smallest_sale" as "smallest_sale",
  "stitched"."largest_sale" as "largest_sale",
  "stitched"."first_customer" as "first_customer",
  "stitched"."visit_minutes" as "visit_minutes",
  (
    cast("stitched"."average_visit_a" as double precision) / nullif(cast("stitched"."average_visit_b" as double precision), 0)
  ) as "average_visit"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
