with
  "sales_facts" as (
    select
      (cast("sales"."shop" as text) collate "C") as "sales__shop",
      (cast("sales"."product" as text) collate "C") as "sales__product",
      cast(sum("sales"."amount") as numeric) as "amount"
    from
      "sales" as "sales"
    group by
      1,
      2
  )
select
  "sales_facts"."sales__shop" as "sales__shop",
  "sales_facts"."sales__product" as "sales__product",
  "sales_facts"."amount" as "amount"
from
  "sales_facts" as "sales_facts"
order by
  3 desc nulls last,
  1 asc nulls last,
  2 asc nulls last
limit
  10001
