with
  "sales_facts" as (
    select
      sum("sales"."amount") filter(
        where
          (
            (not ("sales"."shop" = 'a'))
            or ("sales"."shop" is null)
          )
      ) as "amount",
      count(*) filter(
        where
          (
            (not ("sales"."shop" = 'a'))
            or ("sales"."shop" is null)
          )
      ) as "rows",
      sum("sales"."weight") as "weight"
    from
      "sales" as "sales"
  )
select
  "sales_facts"."amount" as "amount",
  coalesce("sales_facts"."rows", 0) as "rows",
  "sales_facts"."weight" as "weight"
from
  "sales_facts" as "sales_facts"
limit
  10001
