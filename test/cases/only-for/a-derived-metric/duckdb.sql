with
  "sales_facts" as (
    select
      sum("sales"."amount") filter(
        where
          ("sales"."shop" = 'a')
      ) as "average_1",
      count(*) filter(
        where
          ("sales"."shop" = 'a')
      ) as "average_2",
      sum("sales"."amount") as "amount",
      count(*) as "rows"
    from
      "sales" as "sales"
  )
select
  (
    cast("sales_facts"."average_1" as double) / nullif(cast(coalesce("sales_facts"."average_2", 0) as double), 0)
  ) as "average",
  "sales_facts"."amount" as "amount",
  coalesce("sales_facts"."rows", 0) as "rows"
from
  "sales_facts" as "sales_facts"
limit
  10001
