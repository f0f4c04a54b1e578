with
  "orders_facts" as (
    select
      (cast("price_lists"."tier" as text) collate "C") as "price_lists__tier",
      cast(sum("orders"."amount") as numeric) as "amount"
    from
      "orders" as "orders"
      left join "price_lists" as "price_lists" on "orders"."market_code" = "price_lists"."market"
      and "orders"."product_code" = "price_lists"."product"
    group by
      1
  ),
  "stock_facts" as (
    select
      (cast("price_lists"."tier" as text) collate "C") as "price_lists__tier",
      cast(sum("stock"."units") as numeric) as "units"
    from
      "stock" as "stock"
      left join "price_lists" as "price_lists" on "stock"."market" = "price_lists"."market"
      and "stock"."product" = "price_lists"."product"
    group by
      1
  ),
  "all_facts" as (
    select
      "orders_facts"."price_lists__tier" as "price_lists__tier",
      "orders_facts"."amount" as "amount",
      cast(null as numeric) as "units"
    from
      "orders_facts"
    union all
    select
      "stock_facts"."price_lists__tier" as "price_lists__tier",
      cast(null as numeric) as "amount",
      "stock_facts"."units" as "units"
    from
      "stock_facts"
  ),
  "stitched" as (
    select
      "all_facts"."price_lists__tier" as "price_lists__tier",
      cast(max("all_facts"."amount") as numeric) as "amount",
      cast(max("all_facts"."units") as numeric) as "units"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."price_lists__tier" as "price_lists__tier",
  "stitched"."amount" as "amount",
  "stitched"."units" as "units"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
