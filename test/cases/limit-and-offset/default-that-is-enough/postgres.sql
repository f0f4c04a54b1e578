with
  "sales_facts" as (
    select
      (cast("sales"."shop" as text) collate "C") as "sales__shop",
      cast(sum("sales"."amount") as numeric) as "amount"
    from
      "sales" as "sales"
    where
      (
        (cast("sales"."shop" as text) collate "C") in (
          (cast('a' as text) collate "C"),
          (cast('b' as text) collate "C"),
          (cast('c' as text) collate "C"),
          (cast('d' as text) collate "C")
        )
      )
    group by
      1
  )
select
  "sales_facts"."sales__shop" as "sales__shop",
  "sales_facts"."amount" as "amount"
from
  "sales_facts" as "sales_facts"
order by
  1 asc nulls last
limit
  5
