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
  )
select
  "sales_facts"."stores__city" as "stores__city",
  ("sales_facts"."average_sale_a" / nullif("sales_facts"."average_sale_b", 0)) as "average_sale",
  "sales_facts"."median_sale" as "median_sale",
  coalesce("sales_facts"."customers", 0) as "customers",
  "sales_facts"."smallest_sale" as "smallest_sale",
  "sales_facts"."largest_sale" as "largest_sale",
  "sales_facts"."first_customer" as "first_customer"
from
  "sales_facts" as "sales_facts"
order by
  1 asc nulls last
limit
  10001
