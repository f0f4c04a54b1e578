with
  "good_orders_facts" as (
    select
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
      left join (
        with
          spent as (
            select
              customer_id,
              sum(amount) as total
            from
              orders
            group by
              customer_id
          )
        select
          s.customer_id,
          s.total,
          row_number() over (
            order by
              s.total desc
          ) as place
        from
          spent as s
        where
          s.customer_id is not null
      ) as "customers" on "good_orders"."customer_id" = "customers"."customer_id"
    where
      ("customers"."place" <= 1)
  )
select
  "good_orders_facts"."amount" as "amount"
from
  "good_orders_facts" as "good_orders_facts"
limit
  10001
