with
  "items_facts" as (
    select
      cast(sum("items"."id") as numeric) as "ids"
    from
      "items" as "items"
    where
      (
        (
          starts_with((cast("items"."color" as text) collate "C"), (cast('red' as text) collate "C"))
          or (
            ("items"."size" > 1)
            and (
              (not ("items"."sold" = false))
              or ("items"."sold" is null)
            )
          )
        )
        and ("items"."id" < 32)
      )
  )
select
  coalesce("items_facts"."ids", 0) as "ids"
from
  "items_facts" as "items_facts"
limit
  10001
