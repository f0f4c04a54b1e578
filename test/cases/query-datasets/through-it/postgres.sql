with
  "good_orders_facts" as (
    select
      (cast("customers__people"."town" as text) collate "C") as "people__town",
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
      left join "people" as "customers__people" on "customers"."customer_id" = "customers__people"."id"
    group by
      1
  ),
  "customers_facts" as (
    select
      (cast("people"."town" as text) collate "C") as "people__town",
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
      left join "people" as "people" on "customers"."customer_id" = "people"."id"
    group by
      1
  ),
  "all_facts" as (
    select
      "good_orders_facts"."people__town" as "people__town",
      "good_orders_facts"."amount" as "amount",
      cast(null as numeric(38, 2)) as "spent"
    from
      "good_orders_facts"
    union all
    select
      "customers_facts"."people__town" as "people__town",
      cast(null as numeric(38, 2)) as "amount",
      "customers_facts"."spent" as "spent"
    from
      "customers_facts"
  ),
  "stitched" as (
    select
      "all_facts"."people__town" as "people__town",
      max("all_facts"."amount") as "amount",
      max("all_facts"."spent") as "spent"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."people__town" as "people__town",
  "stitched"."amount" as "amount",
  "stitched"."spent" as "spent"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
