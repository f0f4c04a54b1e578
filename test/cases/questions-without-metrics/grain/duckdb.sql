select
  coalesce(
    "customers"."joined_on" - cast(day("customers"."joined_on") - 1 as integer),
    "customers"."joined_on"
  ) as "customers__joined_on"
from
  "customers" as "customers"
group by
  1
order by
  1 asc nulls last
limit
  10001
