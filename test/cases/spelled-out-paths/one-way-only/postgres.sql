with
  "customers_facts" as (
    select
      (cast("countries"."name" as text) collate "C") as "countries__name",
      count(*) as "customer_count"
    from
      "customers" as "customers"
      left join "countries" as "countries" on "customers"."country" = "countries"."code"
    group by
      1
  )
select
  "customers_facts"."countries__name" as "countries__name",
  coalesce("customers_facts"."customer_count", 0) as "customer_count"
from
  "customers_facts" as "customers_facts"
order by
  1 asc nulls last
limit
  10001
