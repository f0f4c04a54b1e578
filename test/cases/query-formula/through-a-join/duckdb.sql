with
  "sales_facts" as (
    select
      sum("sales"."amount") as "amount"
    from
      "sales" as "sales"
      left join "shops" as "shops" on "sales"."shop" = "shops"."shop"
    where
      (
        ("shops"."town" <> 'ay')
        and (
          (cast("sales"."amount" as double) / nullif(cast('4' as double), 0)) > cast('1.25' as double)
        )
      )
  )
select
  "sales_facts"."amount" as "amount"
from
  "sales_facts" as "sales_facts"
limit
  10001
