with
  "orders_facts" as (
    select
      (cast("customers"."region" as text) collate "C") as "customers__region",
      cast(sum("orders"."amount") as numeric) as "revenue",
      count(distinct "orders"."customer_id") as "buyers"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    where
      (
        (
          (
            not ((cast("customers"."region" as text) collate "C") = (cast('south' as text) collate "C"))
          )
          or ((cast("customers"."region" as text) collate "C") is null)
        )
        and ("orders"."sold_on" >= cast('2024-01-01' as date))
        and ("orders"."sold_on" < cast('2024-03-01' as date))
      )
    group by
      1
  )
select
  "orders_facts"."customers__region" as "customers__region",
  "orders_facts"."revenue" as "revenue",
  coalesce("orders_facts"."buyers", 0) as "buyers"
from
  "orders_facts" as "orders_facts"
order by
  1 asc nulls last
limit
  10001
