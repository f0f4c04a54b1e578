with
  "sales_facts" as (
    select
      cast(
        sum("sales"."amount") filter (
          where
            ((cast("sales"."shop" as text) collate "C") = (cast('a' as text) collate "C"))
        ) as numeric
      ) as "average_1",
      count(*) filter (
        where
          ((cast("sales"."shop" as text) collate "C") = (cast('a' as text) collate "C"))
      ) as "average_2",
      cast(sum("sales"."amount") as numeric) as "amount",
      count(*) as "rows"
    from
      "sales" as "sales"
  )
select
  (
    cast(cast("sales_facts"."average_1" as double precision) as double precision) / nullif(
      cast(cast(coalesce("sales_facts"."average_2", 0) as double precision) as double precision),
      0
    )
  ) as "average",
  "sales_facts"."amount" as "amount",
  coalesce("sales_facts"."rows", 0) as "rows"
from
  "sales_facts" as "sales_facts"
limit
  10001
