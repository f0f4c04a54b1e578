with
  "orders_facts" as (
    select
      (cast("orders"."channel" as text) collate "C") as "orders__channel",
      sum(nullif("orders"."shipping", 'NaN')) as "shipping",
      sum(nullif("orders"."shipping", 'NaN')) as "average_shipping_a",
      count(nullif("orders"."shipping", 'NaN')) as "average_shipping_b"
    from
      "orders" as "orders"
    group by
      1
  ),
  "lines_facts" as (
    select
      (cast("orders"."channel" as text) collate "C") as "orders__channel",
      sum((cast("lines"."quantity" as numeric(10, 0)) * nullif("lines"."price", 'NaN'))) as "line_value"
    from
      "order_lines" as "lines"
      left join "orders" as "orders" on "lines"."order_id" = "orders"."order_id"
    group by
      1
  ),
  "all_facts" as (
    select
      "orders_facts"."orders__channel" as "orders__channel",
      "orders_facts"."shipping" as "shipping",
      "orders_facts"."average_shipping_a" as "average_shipping_a",
      "orders_facts"."average_shipping_b" as "average_shipping_b",
      cast(null as numeric(38, 2)) as "line_value"
    from
      "orders_facts"
    union all
    select
      "lines_facts"."orders__channel" as "orders__channel",
      cast(null as numeric(38, 2)) as "shipping",
      cast(null as numeric(38, 2)) as "average_shipping_a",
      cast(null as bigint) as "average_shipping_b",
      "lines_facts"."line_value" as "line_value"
    from
      "lines_facts"
  ),
  "stitched" as (
    select
      "all_facts"."orders__channel" as "orders__channel",
      max("all_facts"."shipping") as "shipping",
      max("all_facts"."average_shipping_a") as "average_shipping_a",
      max("all_facts"."average_shipping_b") as "average_shipping_b",
      max("all_facts"."line_value") as "line_value"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."orders__channel" as "orders__channel",
  "stitched"."shipping" as "shipping",
  (
    cast("stitched"."average_shipping_a" as double precision) / nullif(cast("stitched"."average_shipping_b" as double precision), 0)
  ) as "average_shipping",
  "stitched"."line_value" as "line_value"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
