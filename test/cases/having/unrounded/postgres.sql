with
  "sales_facts" as (
    select
      (cast("sales"."shop" as text) collate "C") as "sales__shop",
      sum(nullif("sales"."price", 'NaN')) as "price_a",
      count(nullif("sales"."price", 'NaN')) as "price_b"
    from
      "sales" as "sales"
    group by
      1
  )
select
  "sales_facts"."sales__shop" as "sales__shop",
  (
    cast("sales_facts"."price_a" as double precision) / nullif(cast("sales_facts"."price_b" as double precision), 0)
  ) as "price"
from
  "sales_facts" as "sales_facts"
where
  (
    (
      (
        cast("sales_facts"."price_a" as double precision) / nullif(cast("sales_facts"."price_b" as double precision), 0)
      ) > cast('1' as double precision)
    )
    and (
      (
        cast("sales_facts"."price_a" as double precision) / nullif(cast("sales_facts"."price_b" as double precision), 0)
      ) < cast('1.01' as double precision)
    )
  )
order by
  1 asc nulls last
limit
  10001
