select
  "customers"."customer_id" as "customers__customer_id"
from
  "customers" as "customers"
where
  (
    ("customers"."joined_on" >= cast('2024-02-01' as date))
    and ("customers"."joined_on" < cast('2024-03-01' as date))
  )
group by
  1
order by
  1 asc nulls last
limit
  10001
