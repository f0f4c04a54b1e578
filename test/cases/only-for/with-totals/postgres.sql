with
  "sales_facts" as (
    select
      (cast("sales"."shop" as text) collate "C") as "sales__shop",
      cast(sum("sales"."amount") as numeric) as "amount",
      count(*) filter (
        where
          ((cast("sales"."shop" as text) collate "C") = (cast('b' as text) collate "C"))
      ) as "rows"
    from
      "sales" as "sales"
    group by
      1
  )
select
  "sales_facts"."sales__shop" as "sales__shop",
  "sales_facts"."amount" as "amount",
  coalesce("sales_facts"."rows", 0) as "rows"
from
  "sales_facts" as "sales_facts"
order by
  1 asc nulls last
limit
  10001
