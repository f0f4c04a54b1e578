with
  "good_orders_facts" as (
    select
      cast((nullif("good_orders"."amount", 'NaN') * cast('100' as numeric(19, 0))) as bigint) as "good_orders__cents",
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
    where
      (
        ("good_orders"."placed" >= cast('2024-02-01 00:00:00Z' as timestamptz))
        and ("good_orders"."placed" < cast('2024-03-01 00:00:00Z' as timestamptz))
      )
    group by
      1
  )
select
  "good_orders_facts"."good_orders__cents" as "good_orders__cents",
  coalesce("good_orders_facts"."orders", 0) as "orders"
from
  "good_orders_facts" as "good_orders_facts"
order by
  1 asc nulls last
limit
  10001
