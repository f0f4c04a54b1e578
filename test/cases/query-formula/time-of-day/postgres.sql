with
  "sales_facts" as (
    select
      count(*) as "rows"
    from
      "sales" as "sales"
    where
      (
        ("sales"."day" >= cast('2024-02-01' as date))
        and (
          cast(
            floor(
              extract(
                month
                from
                  cast("sales"."day" as timestamp)
              )
            ) as bigint
          ) < 3
        )
      )
  )
select
  coalesce("sales_facts"."rows", 0) as "rows"
from
  "sales_facts" as "sales_facts"
limit
  10001
