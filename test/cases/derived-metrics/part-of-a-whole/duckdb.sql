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
      ) as "web_share_1",
      sum("orders"."amount") filter(
        where
          (not "orders"."is_test")
      ) as "web_share_2"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    where
      (
        (
          ("orders"."channel" = 'web')
          and (not "orders"."is_test")
        )
        or (not "orders"."is_test")
      )
    group by
      1
  )
select
  "orders_facts"."customers__region" as "customers__region",
  (
    cast("orders_facts"."web_share_1" as double) / nullif(cast("orders_facts"."web_share_2" as double), 0)
  ) as "web_share"
from
  "orders_facts" as "orders_facts"
order by
  1 asc nulls last
limit
  10001
