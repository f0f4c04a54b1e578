with
  "orders_facts" as (
    select
      "customers"."region" as "customers__region",
      count(*) filter(
        where
          ("orders"."status" = 'paid')
      ) as "paid_share_1",
      count(*) as "paid_share_2",
      count(*) filter(
        where
          (
            ("orders"."status" = 'paid')
            and (not "orders"."is_test")
          )
      ) as "real_paid_share_1",
      count(*) filter(
        where
          (not "orders"."is_test")
      ) as "real_paid_share_2"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    group by
      1
  )
select
  "orders_facts"."customers__region" as "customers__region",
  (
    cast(coalesce("orders_facts"."paid_share_1", 0) as double) / nullif(cast(coalesce("orders_facts"."paid_share_2", 0) as double), 0)
  ) as "paid_share",
  (
    cast(coalesce("orders_facts"."real_paid_share_1", 0) as double) / nullif(cast(coalesce("orders_facts"."real_paid_share_2", 0) as double), 0)
  ) as "real_paid_share"
from
  "orders_facts" as "orders_facts"
order by
  1 asc nulls last
limit
  10001
