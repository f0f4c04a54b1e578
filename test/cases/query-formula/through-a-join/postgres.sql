with
  "sales_facts" as (
    select
      cast(sum("sales"."amount") as numeric) as "amount"
    from
      "sales" as "sales"
      left join "shops" as "shops" on "sales"."shop" = "shops"."shop"
    where
      (
        ((cast("shops"."town" as text) collate "C") <> (cast('ay' as text) collate "C"))
        and (
          (
            cast(cast("sales"."amount" as double precision) as double precision) / nullif(cast(cast('4' as double precision) as double precision), 0)
          ) > cast('1.25' as double precision)
        )
      )
  )
select
  "sales_facts"."amount" as "amount"
from
  "sales_facts" as "sales_facts"
limit
  10001
