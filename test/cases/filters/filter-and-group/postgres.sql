with
  "items_facts" as (
    select
      (cast("items"."color" as text) collate "C") as "items__color",
      cast(sum("items"."id") as numeric) as "ids"
    from
      "items" as "items"
    where
      (
        (
          not (
            (cast("items"."color" as text) collate "C") in ((cast('red' as text) collate "C"), (cast('' as text) collate "C"))
          )
        )
        or ((cast("items"."color" as text) collate "C") is null)
      )
    group by
      1
  )
select
  "items_facts"."items__color" as "items__color",
  coalesce("items_facts"."ids", 0) as "ids"
from
  "items_facts" as "items_facts"
order by
  1 asc nulls last
limit
  10001
