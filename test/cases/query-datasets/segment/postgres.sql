with
  "top_two" as (
    select
      "customers"."customer_id" as "key_1"
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
    where
      (
        ("customers"."place" <= 2)
        and ("customers"."customer_id" is not null)
      )
  ),
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
      left join "top_two" as "customers__top_two" on "good_orders"."customer_id" = "customers__top_two"."key_1"
    where
      ("customers__top_two"."key_1" is not null)
  ),
  "customers_facts" as (
    select
      sum(nullif("customers"."total", 'NaN')) as "spent"
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
      left join "top_two" as "top_two" on "customers"."customer_id" = "top_two"."key_1"
    where
      ("top_two"."key_1" is not null)
  ),
  "all_facts" as (
    select
      "good_orders_facts"."amount" as "amount",
      cast(null as numeric(38, 2)) as "spent"
    from
      "good_orders_facts"
    union all
    select
      cast(null as numeric(38, 2)) as "amount",
      "customers_facts"."spent" as "spent"
    from
      "customers_facts"
  ),
  "stitched" as (
    select
      max("all_facts"."amount") as "amount",
      max("all_facts"."spent") as "spent"
    from
      "all_facts" as "all_facts"
  )
select
  "stitched"."amount" as "amount",
  "stitched"."spent" as "spent"
from
  "stitched" as "stitched"
limit
  10001
