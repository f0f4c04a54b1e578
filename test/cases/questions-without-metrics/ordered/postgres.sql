select
  (cast("countries"."name" as text) collate "C") as "countries__name"
from
  "countries" as "countries"
group by
  1
order by
  1 desc nulls first
limit
  10001
