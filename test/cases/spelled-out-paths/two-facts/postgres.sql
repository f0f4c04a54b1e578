with
  "orders_facts" as (
    select
      (cast("warehouses__countries"."name" as text) collate "C") as "warehouses__countries__name",
      cast(sum("orders"."amount") as numeric) as "amount"
    from
      "orders" as "orders"
      left join "warehouses" as "warehouses" on "orders"."warehouse_id" = "warehouses"."warehouse_id"
      left join "countries" as "warehouses__countries" on "warehouses"."country" = "warehouses__countries"."code"
    where
      ("warehouses"."warehouse_id" is not null)
    group by
      1
  ),
  "parcels_facts" as (
    select
      (cast("warehouses__countries"."name" as text) collate "C") as "warehouses__countries__name",
      cast(sum("parcels"."weight") as numeric) as "weight"
    from
      "parcels" as "parcels"
      left join "warehouses" as "warehouses" on "parcels"."warehouse_id" = "warehouses"."warehouse_id"
      left join "countries" as "warehouses__countries" on "warehouses"."country" = "warehouses__countries"."code"
    where
      ("warehouses"."warehouse_id" is not null)
    group by
      1
  ),
  "all_facts" as (
    select
      "orders_facts"."warehouses__countries__name" as "warehouses__countries__name",
      "orders_facts"."amount" as "amount",
      cast(null as numeric) as "weight"
    from
      "orders_facts"
    union all
    select
      "parcels_facts"."warehouses__countries__name" as "warehouses__countries__name",
      cast(null as numeric) as "amount",
      "parcels_facts"."weight" as "weight"
    from
      "parcels_facts"
  ),
  "stitched" as (
    select
      "all_facts"."warehouses__countries__name" as "warehouses__countries__name",
      cast(max("all_facts"."amount") as numeric) as "amount",
      cast(max("all_facts"."weight") as numeric) as "weight"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."warehouses__countries__name" as "warehouses__countries__name",
  "stitched"."amount" as "amount",
  "stitched"."weight" as "weight"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
