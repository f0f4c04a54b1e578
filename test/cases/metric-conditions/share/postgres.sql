with
  "orders_facts" as (
    select
      (cast("customers"."region" as text) collate "C") as "customers__region",
      count(*) filter (
        where
          ((cast("orders"."status" as text) collate "C") = (cast('paid' as text) collate "C"))
      ) as "paid_share_1",
      count(*) as "paid_share_2",
      count(*) filter (
        where
          (
            ((cast("orders"."status" as text) collate "C") = (cast('paid' as text) collate "C"))
            and (not "orders"."is_test")
          )
      ) as "real_paid_share_1",
      count(*) filter (
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
    cast(cast(coalesce("orders_facts"."paid_share_1", 0) as double precision) as double precision) / nullif(
      cast(cast(coalesce("orders_facts"."paid_share_2", 0) as double precision) as double precision),
      0
    )
  ) as "paid_share",
  (
    cast(
      cast(coalesce("orders_facts"."real_paid_share_1", 0) as double precision) as double precision
    ) / nullif(
      cast(
        cast(coalesce("orders_facts"."real_paid_share_2", 0) as double precision) as double precision
      ),
      0
    )
  ) as "real_paid_share"
from
  "orders_facts" as "orders_facts"
order by
  1 asc nulls last
limit
  10001
