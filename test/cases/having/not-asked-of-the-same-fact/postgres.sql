with
  "sales_facts" as (
    select
      (cast("sales"."shop" as text) collate "C") as "sales__shop",
      count(*) filter (
        where
          (cast("sales"."amount" as bigint) >= 10)
      ) as "big",
      count(*) as "rows",
      count(*) filter (
        where
          (cast("sales"."amount" as bigint) >= 10)
      ) as "counted"
    from
      "sales" as "sales"
    group by
      1
  )
select
  "sales_facts"."sales__shop" as "sales__shop",
  coalesce("sales_facts"."big", 0) as "big"
from
  "sales_facts" as "sales_facts"
where
  (
    ("sales_facts"."counted" > 0)
    and (coalesce("sales_facts"."rows", 0) >= 1)
  )
order by
  1 asc nulls last
limit
  10001
