select
  cast(date_trunc('month', "customers"."joined_on") as date) as "customers__joined_on"
from
  "customers" as "customers"
group by
  1
order by
  1 asc nulls last
limit
  10001
