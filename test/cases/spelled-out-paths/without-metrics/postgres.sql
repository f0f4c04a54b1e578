select
  (cast("countries"."name" as text) collate "C") as "warehouses__countries__name"
from
  "warehouses" as "warehouses"
  left join "countries" as "countries" on "warehouses"."country" = "countries"."code"
group by
  1
order by
  1 asc nulls last
limit
  10001
