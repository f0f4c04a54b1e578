select
  (cast("customers"."region" as text) collate "C") as "area"
from
  "customers" as "customers"
group by
  1
order by
  1 asc nulls last
limit
  10001
