select
  cast(date_trunc('month', timezone ('Europe/Paris', "orders"."ordered_at")) as date) as "orders__ordered_at"
from
  "orders" as "orders"
group by
  1
order by
  1 asc nulls last
limit
  10001
