select
  (cast("payer"."region" as text) collate "C") as "payer__region"
from
  "orders" as "orders"
  left join "customers" as "payer" on "orders"."billed_to" = "payer"."customer_id"
group by
  1
order by
  1 asc nulls last
limit
  10001
