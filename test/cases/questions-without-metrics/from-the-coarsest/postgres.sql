select
  (cast("customers"."region" as text) collate "C") as "customers__region",
  (cast("countries"."name" as text) collate "C") as "countries__name"
from
  "customers" as "customers"
  left join "countries" as "countries" on "customers"."country" = "countries"."code"
group by
  1,
  2
order by
  1 asc nulls last,
  2 asc nulls last
limit
  10001
