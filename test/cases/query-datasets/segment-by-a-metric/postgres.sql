with
  "good_orders_facts" as (
    select
      "customers"."customer_id" as "key_1",
      count(*) as "value"
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
    group by
      1
  ),
  "per_customers" as (
    select
      "good_orders_facts"."key_1" as "key_1",
      coalesce("good_orders_facts"."value", 0) as "value"
    from
      "good_orders_facts" as "good_orders_facts"
    where
      ("good_orders_facts"."key_1" is not null)
  ),
  "loyal" as (
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
      left join "per_customers" as "per_customers" on "customers"."customer_id" = "per_customers"."key_1"
    where
      (
        (
          case
            when ("per_customers"."key_1" is not null) then "per_customers"."value"
            else 0
          end >= 2
        )
        and ("customers"."customer_id" is not null)
      )
  ),
  "good_orders_facts_2" as (
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
      left join "loyal" as "customers__loyal" on "good_orders"."customer_id" = "customers__loyal"."key_1"
    where
      ("customers__loyal"."key_1" is not null)
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
      left join "loyal" as "loyal" on "customers"."customer_id" = "loyal"."key_1"
    where
      ("loyal"."key_1" is not null)
  ),
  "all_facts" as (
    select
      "good_orders_facts_2"."amount" as "amount",
      cast(null as numeric(38, 2)) as "spent"
    from
      "good_orders_facts_2"
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
