with
  "orders_facts" as (
    select
      (cast("payer__countries"."name" as text) collate "C") as "payer__countries__name",
      cast(sum("orders"."amount") as numeric) as "amount"
    from
      "orders" as "orders"
      left join "customers" as "payer" on "orders"."payer_id" = "payer"."customer_id"
      left join "countries" as "payer__countries" on "payer"."country" = "payer__countries"."code"
    where
      ("payer"."customer_id" in (1, 2))
    group by
      1
  )
select
  "orders_facts"."payer__countries__name" as "payer__countries__name",
  "orders_facts"."amount" as "amount"
from
  "orders_facts" as "orders_facts"
order by
  1 asc nulls last
limit
  10001
