select
  (cast("customers"."region" as text) collate "C") as "customers__region"
from
  "customers" as "customers"
order by
  1 asc nulls last
limit
  3
offset
  1
