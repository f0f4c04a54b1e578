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
  "orders_facts_2" as (
    select
      cast(sum("orders"."amount") as numeric) as "amount"
    from
      "orders" as "orders"
      left join "price_lists" as "price_lists" on "orders"."market_code" = "price_lists"."market"
      and "orders"."product_code" = "price_lists"."product"
      left join "per_price_lists" as "price_lists__per_price_lists" on "price_lists"."market" = "price_lists__per_price_lists"."key_1"
      and "price_lists"."product" = "price_lists__per_price_lists"."key_2"
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
        end is null
      )
  )
select
  "orders_facts_2"."amount" as "amount"
from
  "orders_facts_2" as "orders_facts_2"
limit
  10001
