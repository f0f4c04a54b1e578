select
  (cast("customers"."region" as text) collate "C") as "customers__region"
from
  "orders" as "orders"
  left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
where
  ("orders"."ordered_at" >= cast('2024-02-01 00:00:00Z' as timestamptz))
group by
  1
order by
  1 asc nulls last
limit
  10001
