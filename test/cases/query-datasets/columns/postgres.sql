with
  "good_orders_facts" as (
    select
      (cast("good_orders"."size" as text) collate "C") as "good_orders__size",
      sum(nullif("good_orders"."amount", 'NaN')) as "amount",
      count(*) as "orders"
    from
      (
        select
          o.order_id,
          o.customer_id,
          o.placed,
          o.amount,
          case
            when o.amount >= 5 then 'large'
            else 'small'
          end as size
        from
          orders as o
        where
          o.status = 'ok'
      ) as "good_orders"
    group by
      1
  )
select
  "good_orders_facts"."good_orders__size" as "good_orders__size",
  "good_orders_facts"."amount" as "amount",
  coalesce("good_orders_facts"."orders", 0) as "orders"
from
  "good_orders_facts" as "good_orders_facts"
order by
  1 asc nulls last
limit
  10001
