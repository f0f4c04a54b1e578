select
  (cast("customers"."region" as text) collate "C") as "customers__region"
from
  "customers" as "customers"
  left join "countries" as "countries" on "customers"."country" = "countries"."code"
where
  ((cast("countries"."name" as text) collate "C") <> (cast('Britain' as text) collate "C"))
group by
  1
order by
  1 asc nulls last
limit
  10001
