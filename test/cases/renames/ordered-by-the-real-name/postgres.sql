with
  "sales_facts" as (
    select
      (cast("shops"."city" as text) collate "C") as "place",
      cast(sum("sales"."amount") as numeric) as "amount"
    from
      "sales" as "sales"
      left join "shops" as "shops" on "sales"."shop_id" = "shops"."shop_id"
    group by
      1
  )
select
  "sales_facts"."place" as "place",
  "sales_facts"."amount" as "amount"
from
  "sales_facts" as "sales_facts"
order by
  1 desc nulls last
limit
  10001
