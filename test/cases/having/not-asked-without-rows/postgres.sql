with
  "sales_facts" as (
    select
      cast(
        sum("sales"."amount") filter (
          where
            (cast("sales"."amount" as bigint) > 1000)
        ) as numeric
      ) as "none",
      count(*) as "rows"
    from
      "sales" as "sales"
  )
select
  "sales_facts"."none" as "none"
from
  "sales_facts" as "sales_facts"
where
  (coalesce("sales_facts"."rows", 0) >= 1)
limit
  10001
