select
  (cast("orders"."channel" as text) collate "C") as "orders__channel",
  (cast("customers"."region" as text) collate "C") as "customers__region"
from
  "orders" as "orders"
  left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
group by
  1,
  2
order by
  1 asc nulls last,
  2 asc nulls last
limit
  10001
