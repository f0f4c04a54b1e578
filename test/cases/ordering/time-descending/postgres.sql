with
  "sales_facts" as (
    select
      cast("sales"."sold_on" as date) as "time",
      cast(sum("sales"."amount") as numeric) as "amount"
    from
      "sales" as "sales"
    group by
      1
  )
select
  "sales_facts"."time" as "time",
  "sales_facts"."amount" as "amount"
from
  "sales_facts" as "sales_facts"
order by
  1 desc nulls last
limit
  10001
