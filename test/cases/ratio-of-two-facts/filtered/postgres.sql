with
  "orders_facts" as (
    select
      sum(nullif("orders"."amount", 'NaN')) as "roas_1"
    from
      "orders" as "orders"
      left join "campaigns" as "campaigns" on "orders"."campaign_id" = "campaigns"."campaign_id"
    where
      (
        (
          (cast("campaigns"."channel" as text) collate "C") in ((cast('search' as text) collate "C"), (cast('radio' as text) collate "C"))
        )
        and ("orders"."ordered_on" >= cast('2024-01-02' as date))
        and ("orders"."ordered_on" < cast('2024-03-02' as date))
      )
  ),
  "costs_facts" as (
    select
      sum(nullif("costs"."spend", 'NaN')) as "roas_2"
    from
      "costs" as "costs"
      left join "campaigns" as "campaigns" on "costs"."campaign_id" = "campaigns"."campaign_id"
    where
      (
        (
          (cast("campaigns"."channel" as text) collate "C") in ((cast('search' as text) collate "C"), (cast('radio' as text) collate "C"))
        )
        and ("costs"."spent_on" >= cast('2024-01-02' as date))
        and ("costs"."spent_on" < cast('2024-03-02' as date))
      )
  ),
  "all_facts" as (
    select
      "orders_facts"."roas_1" as "roas_1",
      cast(null as numeric(38, 2)) as "roas_2"
    from
      "orders_facts"
    union all
    select
      cast(null as numeric(38, 2)) as "roas_1",
      "costs_facts"."roas_2" as "roas_2"
    from
      "costs_facts"
  ),
  "stitched" as (
    select
      max("all_facts"."roas_1") as "roas_1",
      max("all_facts"."roas_2") as "roas_2"
    from
      "all_facts" as "all_facts"
  )
select
  (
    cast(
      cast(coalesce("stitched"."roas_1", cast('0' as numeric(38, 2))) as double precision) as double precision
    ) / nullif(cast(cast("stitched"."roas_2" as double precision) as double precision), 0)
  ) as "roas"
from
  "stitched" as "stitched"
limit
  10001
