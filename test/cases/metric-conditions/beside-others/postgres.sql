with
  "orders_facts" as (
    select
      (cast("customers"."region" as text) collate "C") as "customers__region",
      count(*) as "order_count",
      count(*) filter (
        where
          ((cast("orders"."status" as text) collate "C") = (cast('paid' as text) collate "C"))
      ) as "paid_count",
      cast(
        sum("orders"."amount") filter (
          where
            ((cast("orders"."status" as text) collate "C") = (cast('paid' as text) collate "C"))
        ) as numeric
      ) as "paid_amount"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    group by
      1
  )
select
  "orders_facts"."customers__region" as "customers__region",
  coalesce("orders_facts"."order_count", 0) as "order_count",
  coalesce("orders_facts"."paid_count", 0) as "paid_count",
  coalesce("orders_facts"."paid_count", 0) as "paid_count_by_filter",
  "orders_facts"."paid_amount" as "paid_amount"
from
  "orders_facts" as "orders_facts"
order by
  1 asc nulls last
limit
  10001
