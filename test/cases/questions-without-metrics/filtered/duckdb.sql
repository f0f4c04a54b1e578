select
  "customers"."region" as "customers__region"
from
  "customers" as "customers"
  left join "countries" as "countries" on "customers"."country" = "countries"."code"
where
  (
    (not ("countries"."name" = 'Britain'))
    or ("countries"."name" is null)
  )
group by
  1
order by
  1 asc nulls last
limit
  10001
