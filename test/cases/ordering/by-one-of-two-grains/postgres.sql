with
  "sales_facts" as (
    select
      cast(date_trunc('month', cast("sales"."sold_on" as timestamp)) as date) as "time__month",
      cast("sales"."sold_on" as date) as "time__day",
      count(*) as "sale_count"
    from
      "sales" as "sales"
    group by
      1,
      2
  )
select
  "sales_facts"."time__month" as "time__month",
  "sales_facts"."time__day" as "time__day",
  coalesce("sales_facts"."sale_count", 0) as "sale_count"
from
  "sales_facts" as "sales_facts"
order by
  2 desc nulls last,
  1 asc nulls last
limit
  10001
