with
  "sales_facts" as (
    select
      (cast("shops"."city" as text) collate "C") as "shops__city",
      (cast("shops"."city" as text) collate "C") as "again",
      cast(sum("sales"."amount") as numeric) as "amount"
    from
      "sales" as "sales"
      left join "shops" as "shops" on "sales"."shop_id" = "shops"."shop_id"
    group by
      1,
      2
  )
select
  "sales_facts"."shops__city" as "shops__city",
  "sales_facts"."again" as "again",
  "sales_facts"."amount" as "amount"
from
  "sales_facts" as "sales_facts"
order by
  1 asc nulls last,
  2 asc nulls last
limit
  10001
