with
  "orders_facts" as (
    select
      cast(
        sum("orders"."amount") filter (
          where
            (
              ((cast("customers"."region" as text) collate "C") = (cast('north' as text) collate "C"))
              and (not "orders"."is_test")
            )
        ) as numeric
      ) as "north_value_per_page_1",
      count(*) filter (
        where
          (
            ((cast("customers"."region" as text) collate "C") = (cast('north' as text) collate "C"))
            and (not "orders"."is_test")
          )
      ) as "north_value_per_page_2",
      cast(
        sum("orders"."amount") filter (
          where
            (not "orders"."is_test")
        ) as numeric
      ) as "value_per_page_1",
      count(*) filter (
        where
          (not "orders"."is_test")
      ) as "value_per_page_2"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    where
      (
        (
          ((cast("customers"."region" as text) collate "C") = (cast('north' as text) collate "C"))
          and (not "orders"."is_test")
        )
        or (
          ((cast("customers"."region" as text) collate "C") = (cast('north' as text) collate "C"))
          and (not "orders"."is_test")
        )
        or (not "orders"."is_test")
        or (not "orders"."is_test")
      )
  ),
  "visits_facts" as (
    select
      cast(
        sum("visits"."pages") filter (
          where
            ((cast("customers"."region" as text) collate "C") = (cast('north' as text) collate "C"))
        ) as numeric
      ) as "north_value_per_page_3",
      cast(sum("visits"."pages") as numeric) as "value_per_page_3"
    from
      "visits" as "visits"
      left join "customers" as "customers" on "visits"."customer_id" = "customers"."customer_id"
  ),
  "all_facts" as (
    select
      "orders_facts"."north_value_per_page_1" as "north_value_per_page_1",
      "orders_facts"."north_value_per_page_2" as "north_value_per_page_2",
      "orders_facts"."value_per_page_1" as "value_per_page_1",
      "orders_facts"."value_per_page_2" as "value_per_page_2",
      cast(null as numeric) as "north_value_per_page_3",
      cast(null as numeric) as "value_per_page_3"
    from
      "orders_facts"
    union all
    select
      cast(null as numeric) as "north_value_per_page_1",
      cast(null as bigint) as "north_value_per_page_2",
      cast(null as numeric) as "value_per_page_1",
      cast(null as bigint) as "value_per_page_2",
      "visits_facts"."north_value_per_page_3" as "north_value_per_page_3",
      "visits_facts"."value_per_page_3" as "value_per_page_3"
    from
      "visits_facts"
  ),
  "stitched" as (
    select
      cast(max("all_facts"."north_value_per_page_1") as numeric) as "north_value_per_page_1",
      max("all_facts"."north_value_per_page_2") as "north_value_per_page_2",
      cast(max("all_facts"."value_per_page_1") as numeric) as "value_per_page_1",
      max("all_facts"."value_per_page_2") as "value_per_page_2",
      cast(max("all_facts"."north_value_per_page_3") as numeric) as "north_value_per_page_3",
      cast(max("all_facts"."value_per_page_3") as numeric) as "value_per_page_3"
    from
      "all_facts" as "all_facts"
  )
select
  (
    cast(
      (
        cast(cast("stitched"."north_value_per_page_1" as double precision) as double precision) / nullif(
          cast(
            cast(coalesce("stitched"."north_value_per_page_2", 0) as double precision) as double precision
          ),
          0
        )
      ) as double precision
    ) / nullif(
      cast(
        cast(coalesce("stitched"."north_value_per_page_3", 0) as double precision) as double precision
      ),
      0
    )
  ) as "north_value_per_page",
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
  ) as "value_per_page"
from
  "stitched" as "stitched"
limit
  10001
