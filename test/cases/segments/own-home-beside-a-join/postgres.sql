with
  "vips" as (
    select
      "customers"."customer_id" as "key_1"
    from
      "customers" as "customers"
    where
      (
        "customers"."vip"
        and ("customers"."customer_id" is not null)
      )
  ),
  "customers_facts" as (
    select
      (cast("customers"."region" as text) collate "C") as "customers__region",
      count(*) as "customer_count"
    from
      "customers" as "customers"
      left join "vips" as "vips" on "customers"."customer_id" = "vips"."key_1"
    where
      ("vips"."key_1" is not null)
    group by
      1
  )
select
  "customers_facts"."customers__region" as "customers__region",
  coalesce("customers_facts"."customer_count", 0) as "customer_count"
from
  "customers_facts" as "customers_facts"
order by
  1 asc nulls last
limit
  10001
