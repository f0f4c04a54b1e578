with
  "orders_facts" as (
    select
      count(
        distinct case
          when (
            ((cast("orders"."market_code" as text) collate "C") is not null)
            and ("orders"."product_code" is not null)
          ) then row ((cast("orders"."market_code" as text) collate "C"), "orders"."product_code")
        end
      ) as "pairs"
    from
      "orders" as "orders"
  )
select
  coalesce("orders_facts"."pairs", 0) as "pairs"
from
  "orders_facts" as "orders_facts"
limit
  10001
