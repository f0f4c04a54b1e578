with
  "items_facts" as (
    select
      "items"."color" as "items__color",
      sum("items"."id") as "ids"
    from
      "items" as "items"
    where
      (
        (not ("items"."color" in ('red', '')))
        or ("items"."color" is null)
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
