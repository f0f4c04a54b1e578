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
  "stock_facts" as (
    select
      cast(sum("stock"."units") as numeric) as "units",
      cast(
        sum("stock"."units") filter (
          where
            (
              case
                when ("price_lists__per_price_lists"."key_1" is not null) then "price_lists__per_price_lists"."value"
                else case
                  when (
                    ((cast("price_lists"."market" as text) collate "C") is not null)
                    and ("price_lists"."product" is not null)
                  ) then cast(null as numeric)
                end
              end > 1
            )
        ) as numeric
      ) as "sold_units"
    from
      "stock" as "stock"
      left join "price_lists" as "price_lists" on "stock"."market" = "price_lists"."market"
      and "stock"."product" = "price_lists"."product"
      left join "per_price_lists" as "price_lists__per_price_lists" on "price_lists"."market" = "price_lists__per_price_lists"."key_1"
      and "price_lists"."product" = "price_lists__per_price_lists"."key_2"
  )
select
  "stock_facts"."units" as "units",
  "stock_facts"."sold_units" as "sold_units"
from
  "stock_facts" as "stock_facts"
limit
  10001
