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
  "unsold" as (
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
          end is null
        )
        and ((cast("price_lists"."market" as text) collate "C") is not null)
        and ("price_lists"."product" is not null)
      )
  ),
  "price_lists_facts" as (
    select
      count(*) as "prices"
    from
      "price_lists" as "price_lists"
      left join "unsold" as "unsold" on "price_lists"."market" = "unsold"."key_1"
      and "price_lists"."product" = "unsold"."key_2"
    where
      ("unsold"."key_1" is not null)
  ),
  "stock_facts" as (
    select
      cast(sum("stock"."units") as numeric) as "units"
    from
      "stock" as "stock"
      left join "unsold" as "price_lists__unsold" on "stock"."market" = "price_lists__unsold"."key_1"
      and "stock"."product" = "price_lists__unsold"."key_2"
    where
      ("price_lists__unsold"."key_1" is not null)
  ),
  "all_facts" as (
    select
      "price_lists_facts"."prices" as "prices",
      cast(null as numeric) as "units"
    from
      "price_lists_facts"
    union all
    select
      cast(null as bigint) as "prices",
      "stock_facts"."units" as "units"
    from
      "stock_facts"
  ),
  "stitched" as (
    select
      max("all_facts"."prices") as "prices",
      cast(max("all_facts"."units") as numeric) as "units"
    from
      "all_facts" as "all_facts"
  )
select
  coalesce("stitched"."prices", 0) as "prices",
  "stitched"."units" as "units"
from
  "stitched" as "stitched"
limit
  10001
