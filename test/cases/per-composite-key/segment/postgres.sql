with
  "orders_facts" as (
    select
      (cast("price_lists"."market" as text) collate "C") as "key_1",
      "price_lists"."product" as "key_2",
      cast(sum("orders"."amount") as numeric) as "value"
    from
      "orders" as "orders"
      left join "price_lists" as "price_lists" on "orders"."market_code" = "price_lists"."market"
      and "orders"."product_code" = "price_lists"."product"
    group by
      1,
      2
  ),
  "per_price_lists" as (
    select
      "orders_facts"."key_1" as "key_1",
      "orders_facts"."key_2" as "key_2",
      "orders_facts"."value" as "value"
    from
      "orders_facts" as "orders_facts"
    where
      (
        ("orders_facts"."key_1" is not null)
        and ("orders_facts"."key_2" is not null)
      )
  ),
  "best_sellers" as (
    select
      (cast("price_lists"."market" as text) collate "C") as "key_1",
      "price_lists"."product" as "key_2"
    from
      "price_lists" as "price_lists"
      left join "per_price_lists" as "per_price_lists" on "price_lists"."market" = "per_price_lists"."key_1"
      and "price_lists"."product" = "per_price_lists"."key_2"
    where
      (
        (
          case
            when ("per_price_lists"."key_1" is not null) then "per_price_lists"."value"
            else cast(null as numeric)
          end >= 2
        )
        and ((cast("price_lists"."market" as text) collate "C") is not null)
        and ("price_lists"."product" is not null)
      )
  ),
  "orders_facts_2" as (
    select
      cast(sum("orders"."amount") as numeric) as "amount"
    from
      "orders" as "orders"
      left join "best_sellers" as "price_lists__best_sellers" on "orders"."market_code" = "price_lists__best_sellers"."key_1"
      and "orders"."product_code" = "price_lists__best_sellers"."key_2"
    where
      ("price_lists__best_sellers"."key_1" is not null)
  ),
  "stock_facts" as (
    select
      cast(sum("stock"."units") as numeric) as "units"
    from
      "stock" as "stock"
      left join "best_sellers" as "price_lists__best_sellers" on "stock"."market" = "price_lists__best_sellers"."key_1"
      and "stock"."product" = "price_lists__best_sellers"."key_2"
    where
      ("price_lists__best_sellers"."key_1" is not null)
  ),
  "price_lists_facts" as (
    select
      count(*) as "prices"
    from
      "price_lists" as "price_lists"
      left join "best_sellers" as "best_sellers" on "price_lists"."market" = "best_sellers"."key_1"
      and "price_lists"."product" = "best_sellers"."key_2"
    where
      ("best_sellers"."key_1" is not null)
  ),
  "all_facts" as (
    select
      "orders_facts_2"."amount" as "amount",
      cast(null as numeric) as "units",
      cast(null as bigint) as "prices"
    from
      "orders_facts_2"
    union all
    select
      cast(null as numeric) as "amount",
      "stock_facts"."units" as "units",
      cast(null as bigint) as "prices"
    from
      "stock_facts"
    union all
    select
      cast(null as numeric) as "amount",
      cast(null as numeric) as "units",
      "price_lists_facts"."prices" as "prices"
    from
      "price_lists_facts"
  ),
  "stitched" as (
    select
      cast(max("all_facts"."amount") as numeric) as "amount",
      cast(max("all_facts"."units") as numeric) as "units",
      max("all_facts"."prices") as "prices"
    from
      "all_facts" as "all_facts"
  )
select
  "stitched"."amount" as "amount",
  "stitched"."units" as "units",
  coalesce("stitched"."prices", 0) as "prices"
from
  "stitched" as "stitched"
limit
  10001
