with
  "sales_facts" as (
    select
      (cast("shops"."city" as text) collate "C") as "city",
      cast(date_trunc('month', cast("sales"."sold_on" as timestamp)) as date) as "month",
      cast(sum("sales"."amount") as numeric) as "amount"
    from
      "sales" as "sales"
      left join "shops" as "shops" on "sales"."shop_id" = "shops"."shop_id"
    group by
      1,
      2
  )
select
  "sales_facts"."city" as "city",
  "sales_facts"."month" as "month",
  "sales_facts"."amount" as "amount"
from
  "sales_facts" as "sales_facts"
order by
  1 asc nulls last,
  2 asc nulls last
limit
  10001
