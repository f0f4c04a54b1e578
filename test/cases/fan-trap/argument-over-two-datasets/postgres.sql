with
  "lines_facts" as (
    select
      (cast("orders"."channel" as text) collate "C") as "orders__channel",
      sum(
        (
          (cast("lines"."quantity" as numeric(10, 0)) * nullif("lines"."price", 'NaN')) * nullif("orders"."rate", 'NaN')
        )
      ) as "converted_value"
    from
      "order_lines" as "lines"
      left join "orders" as "orders" on "lines"."order_id" = "orders"."order_id"
    group by
      1
  )
select
  "lines_facts"."orders__channel" as "orders__channel",
  "lines_facts"."converted_value" as "converted_value"
from
  "lines_facts" as "lines_facts"
order by
  1 asc nulls last
limit
  10001
