with
  "orders_facts" as (
    select
      (cast("customers"."region" as text) collate "C") as "customers__region",
      cast(sum("orders"."amount") as numeric) as "value_per_page_1",
      count(*) as "value_per_page_2"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    where
      (not "orders"."is_test")
    group by
      1
  ),
  "visits_facts" as (
    select
      (cast("customers"."region" as text) collate "C") as "customers__region",
      cast(sum("visits"."pages") as numeric) as "value_per_page_3"
    from
      "visits" as "visits"
      left join "customers" as "customers" on "visits"."customer_id" = "customers"."customer_id"
    group by
      1
  ),
  "all_facts" as (
    select
      "orders_facts"."customers__region" as "customers__region",
      "orders_facts"."value_per_page_1" as "value_per_page_1",
      "orders_facts"."value_per_page_2" as "value_per_page_2",
      cast(null as numeric) as "value_per_page_3"
    from
      "orders_facts"
    union all
    select
      "visits_facts"."customers__region" as "customers__region",
      cast(null as numeric) as "value_per_page_1",
      cast(null as bigint) as "value_per_page_2",
      "visits_facts"."value_per_page_3" as "value_per_page_3"
    from
      "visits_facts"
  ),
  "stitched" as (
    select
      "all_facts"."customers__region" as "customers__region",
      cast(max("all_facts"."value_per_page_1") as numeric) as "value_per_page_1",
      max("all_facts"."value_per_page_2") as "value_per_page_2",
      cast(max("all_facts"."value_per_page_3") as numeric) as "value_per_page_3"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."customers__region" as "customers__region",
  (
    cast(
      (
        cast(cast("stitched"."value_per_page_1" as double precision) as double precision) / nullif(
          cast(cast(coalesce("stitched"."value_per_page_2", 0) as double precision) as double precision),
          0
        )
      ) as double precision
    ) / nullif(
      cast(cast(coalesce("stitched"."value_per_page_3", 0) as double precision) as double precision),
      0
    )
  ) as "value_per_page",
  (
    cast(cast("stitched"."value_per_page_1" as double precision) as double precision) / nullif(
      cast(cast(coalesce("stitched"."value_per_page_2", 0) as double precision) as double precision),
      0
    )
  ) as "order_value",
  (
    (
      (
        cast(cast("stitched"."value_per_page_1" as double precision) as double precision) / nullif(
          cast(cast(coalesce("stitched"."value_per_page_2", 0) as double precision) as double precision),
          0
        )
      ) * cast('2' as double precision)
    ) - (
      cast(cast("stitched"."value_per_page_1" as double precision) as double precision) / nullif(
        cast(cast(coalesce("stitched"."value_per_page_2", 0) as double precision) as double precision),
        0
      )
    )
  ) as "double_value"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
