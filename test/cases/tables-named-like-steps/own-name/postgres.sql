with
  "orders_facts_2" as (
    select
      (cast("shops"."city" as text) collate "C") as "shops__city",
      cast(sum("orders"."amount") as numeric) as "ordered"
    from
      "orders_facts" as "orders"
      left join "stitched" as "shops" on "orders"."shop_id" = "shops"."shop_id"
    group by
      1
  )
select
  "orders_facts_2"."shops__city" as "shops__city",
  "orders_facts_2"."ordered" as "ordered"
from
  "orders_facts_2" as "orders_facts_2"
order by
  1 asc nulls last
limit
  10001
