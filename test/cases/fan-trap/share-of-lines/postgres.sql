with
  "orders_facts" as (
    select
      (cast("orders"."channel" as text) collate "C") as "orders__channel",
      sum(nullif("orders"."shipping", 'NaN')) as "shipping_share_1"
    from
      "orders" as "orders"
    where
      ((cast("orders"."channel" as text) collate "C") is not null)
    group by
      1
  ),
  "lines_facts" as (
    select
      (cast("orders"."channel" as text) collate "C") as "orders__channel",
      sum((cast("lines"."quantity" as numeric(10, 0)) * nullif("lines"."price", 'NaN'))) as "shipping_share_2"
    from
      "order_lines" as "lines"
      left join "orders" as "orders" on "lines"."order_id" = "orders"."order_id"
    where
      ((cast("orders"."channel" as text) collate "C") is not null)
    group by
      1
  ),
  "all_facts" as (
    select
      "orders_facts"."orders__channel" as "orders__channel",
      "orders_facts"."shipping_share_1" as "shipping_share_1",
      cast(null as numeric(38, 2)) as "shipping_share_2"
    from
      "orders_facts"
    union all
    select
      "lines_facts"."orders__channel" as "orders__channel",
      cast(null as numeric(38, 2)) as "shipping_share_1",
      "lines_facts"."shipping_share_2" as "shipping_share_2"
    from
      "lines_facts"
  ),
  "stitched" as (
    select
      "all_facts"."orders__channel" as "orders__channel",
      max("all_facts"."shipping_share_1") as "shipping_share_1",
      max("all_facts"."shipping_share_2") as "shipping_share_2"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."orders__channel" as "orders__channel",
  (
    cast(cast("stitched"."shipping_share_1" as double precision) as double precision) / nullif(cast(cast("stitched"."shipping_share_2" as double precision) as double precision), 0)
  ) as "shipping_share"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
