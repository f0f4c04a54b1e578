with
  "sales_facts" as (
    select
      (cast("stores"."city" as text) collate "C") as "stores__city",
      count(distinct (cast("sales"."customer" as text) collate "C")) as "customers"
    from
      "sales" as "sales"
      left join "stores" as "stores" on "sales"."store_id" = "stores"."store_id"
    group by
      1
  )
select
  "sales_facts"."stores__city" as "stores__city",
  coalesce("sales_facts"."customers", 0) as "customers"
from
  "sales_facts" as "sales_facts"
order by
  1 asc nulls last
limit
  10001
