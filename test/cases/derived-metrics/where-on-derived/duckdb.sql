with
  "orders_facts" as (
    select
      "customers"."region" as "customers__region",
      sum("orders"."amount") filter(
        where
          (
            ("orders"."channel" = 'web')
            and (not "orders"."is_test")
          )
      ) as "web_value_1",
      count(*) filter(
        where
          (
            ("orders"."channel" = 'web')
            and (not "orders"."is_test")
          )
      ) as "web_value_2",
      sum("orders"."amount") filter(
        where
          (not "orders"."is_test")
      ) as "order_value_1",
      count(*) filter(
        where
          (not "orders"."is_test")
      ) as "order_value_2"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    where
      (
        (
          ("orders"."channel" = 'web')
          and (not "orders"."is_test")
        )
        or (
          ("orders"."channel" = 'web')
          and (not "orders"."is_test")
        )
        or (not "orders"."is_test")
        or (not "orders"."is_test")
      )
    group by
      1
  )
select
  "orders_facts"."customers__region" as "customers__region",
  (
    cast("orders_facts"."web_value_1" as double) / nullif(cast(coalesce("orders_facts"."web_value_2", 0) as double), 0)
  ) as "web_value",
  (
    cast("orders_facts"."order_value_1" as double) / nullif(cast(coalesce("orders_facts"."order_value_2", 0) as double), 0)
  ) as "order_value"
from
  "orders_facts" as "orders_facts"
order by
  1 asc nulls last
limit
  10001
