with
  "orders_facts" as (
    select
      (cast("customers"."region" as text) collate "C") as "customers__region",
      cast(
        sum("orders"."amount") filter (
          where
            (not "orders"."is_test")
        ) as numeric
      ) as "mixed_1",
      count(*) as "mixed_2",
      count(*) filter (
        where
          (not "orders"."is_test")
      ) as "busy_2"
    from
      "orders" as "orders"
      left join "customers" as "customers" on "orders"."customer_id" = "customers"."customer_id"
    group by
      1
  ),
  "visits_facts" as (
    select
      (cast("customers"."region" as text) collate "C") as "customers__region",
      cast(sum("visits"."pages") as numeric) as "busy_1"
    from
      "visits" as "visits"
      left join "customers" as "customers" on "visits"."customer_id" = "customers"."customer_id"
    group by
      1
  ),
  "all_facts" as (
    select
      "orders_facts"."customers__region" as "customers__region",
      "orders_facts"."mixed_1" as "mixed_1",
      "orders_facts"."mixed_2" as "mixed_2",
      "orders_facts"."busy_2" as "busy_2",
      cast(null as numeric) as "busy_1"
    from
      "orders_facts"
    union all
    select
      "visits_facts"."customers__region" as "customers__region",
      cast(null as numeric) as "mixed_1",
      cast(null as bigint) as "mixed_2",
      cast(null as bigint) as "busy_2",
      "visits_facts"."busy_1" as "busy_1"
    from
      "visits_facts"
  ),
  "stitched" as (
    select
      "all_facts"."customers__region" as "customers__region",
      cast(max("all_facts"."mixed_1") as numeric) as "mixed_1",
      max("all_facts"."mixed_2") as "mixed_2",
      max("all_facts"."busy_2") as "busy_2",
      cast(max("all_facts"."busy_1") as numeric) as "busy_1"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."customers__region" as "customers__region",
  ("stitched"."mixed_1" + coalesce("stitched"."mixed_2", 0)) as "mixed",
  case
    when (coalesce("stitched"."busy_1", 0) > 5) then coalesce("stitched"."busy_2", 0)
    else 0
  end as "busy"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
