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
  )
select
  "sales_facts"."stores__city" as "stores__city",
  (
    cast("sales_facts"."average_sale_a" as double precision) / nullif(cast("sales_facts"."average_sale_b" as double precision), 0)
  ) as "average_sale",
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
