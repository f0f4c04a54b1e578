select
  cast(date_trunc('month', cast("customers"."joined_on" as timestamp)) as date) as "customers__joined_on"
from
  "customers" as "customers"
group by
  1
order by
  1 asc nulls last
limit
  10001
