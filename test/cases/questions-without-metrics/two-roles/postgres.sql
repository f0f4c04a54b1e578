select
  (cast("customers"."region" as text) collate "C") as "customers__region",
  (cast("payer"."region" as text) collate "C") as "payer__region"
from
  "orders" as "orders"
  left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
  left join "customers" as "payer" on "orders"."billed_to" = "payer"."customer_id"
group by
  1,
  2
order by
  1 asc nulls last,
  2 asc nulls last
limit
  10001
