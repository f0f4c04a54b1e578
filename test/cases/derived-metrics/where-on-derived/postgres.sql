with
  "orders_facts" as (
    select
      (cast("customers"."region" as text) collate "C") as "customers__region",
      cast(
        sum("orders"."amount") filter (
          where
            (
              ((cast("orders"."channel" as text) collate "C") = (cast('web' as text) collate "C"))
              and (not "orders"."is_test")
            )
        ) as numeric
      ) as "web_value_1",
      count(*) filter (
        where
          (
            ((cast("orders"."channel" as text) collate "C") = (cast('web' as text) collate "C"))
            and (not "orders"."is_test")
          )
      ) as "web_value_2",
      cast(
        sum("orders"."amount") filter (
          where
            (not "orders"."is_test")
        ) as numeric
      ) as "order_value_1",
      count(*) filter (
        where
          (not "orders"."is_test")
      ) as "order_value_2"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    where
      (
        (
          ((cast("orders"."channel" as text) collate "C") = (cast('web' as text) collate "C"))
          and (not "orders"."is_test")
        )
        or (
          ((cast("orders"."channel" as text) collate "C") = (cast('web' as text) collate "C"))
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
    cast(cast("orders_facts"."web_value_1" as double precision) as double precision) / nullif(
      cast(cast(coalesce("orders_facts"."web_value_2", 0) as double precision) as double precision),
      0
    )
  ) as "web_value",
  (
    cast(cast("orders_facts"."order_value_1" as double precision) as double precision) / nullif(
      cast(cast(coalesce("orders_facts"."order_value_2", 0) as double precision) as double precision),
      0
    )
  ) as "order_value"
from
  "orders_facts" as "orders_facts"
order by
  1 asc nulls last
limit
  10001
