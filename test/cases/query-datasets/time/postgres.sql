with
  "good_orders_facts" as (
    select
      cast(date_trunc('month', timezone ('Europe/London', "good_orders"."placed")) as date) as "time",
      sum(nullif("good_orders"."amount", 'NaN')) as "amount"
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
  "good_orders_facts"."time" as "time",
  "good_orders_facts"."amount" as "amount"
from
  "good_orders_facts" as "good_orders_facts"
order by
  1 asc nulls last
limit
  10001
