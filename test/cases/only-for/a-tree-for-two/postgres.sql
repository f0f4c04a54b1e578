with
  "sales_facts" as (
    select
      cast(
        sum("sales"."amount") filter (
          where
            (
              (not ((cast("sales"."shop" as text) collate "C") = (cast('a' as text) collate "C")))
              or ((cast("sales"."shop" as text) collate "C") is null)
            )
        ) as numeric
      ) as "amount",
      count(*) filter (
        where
          (
            (not ((cast("sales"."shop" as text) collate "C") = (cast('a' as text) collate "C")))
            or ((cast("sales"."shop" as text) collate "C") is null)
          )
      ) as "rows",
      cast(sum("sales"."weight") as numeric) as "weight"
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
