with
  "sales_facts" as (
    select
      (cast("shops"."city" as text) collate "C") as "place",
      (cast("shops"."name" as text) collate "C") as "Place_2",
      cast(sum("sales"."amount") as numeric) as "amount"
    from
      "sales" as "sales"
      left join "shops" as "shops" on "sales"."shop_id" = "shops"."shop_id"
    group by
      1,
      2
  )
select
  "sales_facts"."place" as "place",
  "sales_facts"."Place_2" as "Place",
  "sales_facts"."amount" as "amount"
from
  "sales_facts" as "sales_facts"
order by
  1 asc nulls last,
  2 asc nulls last
limit
  10001
