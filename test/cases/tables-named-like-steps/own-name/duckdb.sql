with
  "orders_facts" as (
    select
      "shops"."city" as "shops__city",
      sum("orders"."amount") as "ordered"
    from
      "orders_facts" as "orders"
      left join "stitched" as "shops" on "orders"."shop_id" = "shops"."shop_id"
    group by
      1
  )
select
  "orders_facts"."shops__city" as "shops__city",
  "orders_facts"."ordered" as "ordered"
from
  "orders_facts" as "orders_facts"
order by
  "shops__city" asc nulls last
limit
  10001
