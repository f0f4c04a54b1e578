with
  "orders_facts" as (
    select
      (cast("campaigns"."channel" as text) collate "C") as "campaigns__channel",
      sum(nullif("orders"."amount", 'NaN')) as "roas_1"
    from
      "orders" as "orders"
      left join "campaigns" as "campaigns" on "orders"."campaign_id" = "campaigns"."campaign_id"
    group by
      1
  ),
  "costs_facts" as (
    select
      (cast("campaigns"."channel" as text) collate "C") as "campaigns__channel",
      sum(nullif("costs"."spend", 'NaN')) as "roas_2"
    from
      "costs" as "costs"
      left join "campaigns" as "campaigns" on "costs"."campaign_id" = "campaigns"."campaign_id"
    group by
      1
  ),
  "all_facts" as (
    select
      "orders_facts"."campaigns__channel" as "campaigns__channel",
      "orders_facts"."roas_1" as "roas_1",
      cast(null as numeric(38, 2)) as "roas_2"
    from
      "orders_facts"
    union all
    select
      "costs_facts"."campaigns__channel" as "campaigns__channel",
      cast(null as numeric(38, 2)) as "roas_1",
      "costs_facts"."roas_2" as "roas_2"
    from
      "costs_facts"
  ),
  "stitched" as (
    select
      "all_facts"."campaigns__channel" as "campaigns__channel",
      max("all_facts"."roas_1") as "roas_1",
      max("all_facts"."roas_2") as "roas_2"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."campaigns__channel" as "campaigns__channel",
  (
    cast(
      cast(coalesce("stitched"."roas_1", cast('0' as numeric(38, 2))) as double precision) as double precision
    ) / nullif(cast(cast("stitched"."roas_2" as double precision) as double precision), 0)
  ) as "roas",
  coalesce("stitched"."roas_1", cast('0' as numeric(38, 2))) as "revenue",
  "stitched"."roas_2" as "spend",
  (coalesce("stitched"."roas_1", cast('0' as numeric(38, 2))) - "stitched"."roas_2") as "profit"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
