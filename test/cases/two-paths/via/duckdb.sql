with
  "picks_facts" as (
    select
      "warehouses__countries"."name" as "countries__name",
      "customers__countries"."name" as "customers__countries__name",
      sum("picks"."pieces") as "pieces"
    from
      "picks" as "picks"
      left join "customers" as "customers" on "picks"."customer_id" = "customers"."customer_id"
      left join "countries" as "customers__countries" on "customers"."country" = "customers__countries"."code"
      left join "warehouses" as "warehouses" on "picks"."warehouse_id" = "warehouses"."warehouse_id"
      left join "countries" as "warehouses__countries" on "warehouses"."country" = "warehouses__countries"."code"
    where
      ("customers__countries"."name" is not null)
    group by
      1,
      2
  )
select
  "picks_facts"."countries__name" as "countries__name",
  "picks_facts"."customers__countries__name" as "customers__countries__name",
  "picks_facts"."pieces" as "pieces"
from
  "picks_facts" as "picks_facts"
order by
  1 asc nulls last,
  2 asc nulls last
limit
  10001
