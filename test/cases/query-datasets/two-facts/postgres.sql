with
  "good_orders_facts" as (
    select
      sum(nullif("good_orders"."amount", 'NaN')) as "part_of_spent_1"
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
  ),
  "customers_facts" as (
    select
      sum(nullif("customers"."total", 'NaN')) as "part_of_spent_2"
    from
      (
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
      ) as "customers"
  ),
  "all_facts" as (
    select
      "good_orders_facts"."part_of_spent_1" as "part_of_spent_1",
      cast(null as numeric(38, 2)) as "part_of_spent_2"
    from
      "good_orders_facts"
    union all
    select
      cast(null as numeric(38, 2)) as "part_of_spent_1",
      "customers_facts"."part_of_spent_2" as "part_of_spent_2"
    from
      "customers_facts"
  ),
  "stitched" as (
    select
      max("all_facts"."part_of_spent_1") as "part_of_spent_1",
      max("all_facts"."part_of_spent_2") as "part_of_spent_2"
    from
      "all_facts" as "all_facts"
  )
select
  (
    cast(cast("stitched"."part_of_spent_1" as double precision) as double precision) / nullif(cast(cast("stitched"."part_of_spent_2" as double precision) as double precision), 0)
  ) as "part_of_spent"
from
  "stitched" as "stitched"
limit
  10001
