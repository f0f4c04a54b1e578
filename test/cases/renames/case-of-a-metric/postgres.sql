with
  "sales_facts" as (
    select
      (cast("shops"."city" as text) collate "C") as "Amount",
      cast(sum("sales"."amount") as numeric) as "amount_2"
    from
      "sales" as "sales"
      left join "shops" as "shops" on "sales"."shop_id" = "shops"."shop_id"
    group by
      1
  )
select
  "sales_facts"."Amount" as "Amount",
  "sales_facts"."amount_2" as "amount"
from
  "sales_facts" as "sales_facts"
order by
  1 asc nulls last
limit
  10001
