with
  "sales_facts" as (
    select
      (cast("sales"."shop" as text) collate "C") as "sales__shop",
      count(*) as "big",
      count(*) filter (
        where
          (cast("sales"."amount" as bigint) >= 10)
      ) as "counted"
    from
      "sales" as "sales"
    where
      (cast("sales"."amount" as bigint) >= 10)
    group by
      1
  ),
  "sales_registers" as (
    select
      (cast("sales"."shop" as text) collate "C") as "sales__shop",
      substring(md5((cast("sales"."weight" as text) collate "C")), 1, 3) as "about_weights_a_register",
      max(
        (
          4 * (
            12 - length(ltrim(substring(md5((cast("sales"."weight" as text) collate "C")), 4, 12), '0'))
          ) + case
            when ltrim(substring(md5((cast("sales"."weight" as text) collate "C")), 4, 12), '0') >= '8' then 1
            when ltrim(substring(md5((cast("sales"."weight" as text) collate "C")), 4, 12), '0') >= '4' then 2
            when ltrim(substring(md5((cast("sales"."weight" as text) collate "C")), 4, 12), '0') >= '2' then 3
            when ltrim(substring(md5((cast("sales"."weight" as text) collate "C")), 4, 12), '0') >= '1' then 4
            else 1
          end
        )
      ) as "about_weights_a_rank"
    from
      "sales" as "sales"
    group by
      1,
      2
  ),
  "sales_facts_2" as (
    select
      "sales_registers"."sales__shop" as "sales__shop",
      count("sales_registers"."about_weights_a_register") as "about_weights_a",
      sum(power(cast(2.0 as double precision), - "sales_registers"."about_weights_a_rank")) as "about_weights_b"
    from
      "sales_registers" as "sales_registers"
    group by
      1
  ),
  "all_facts" as (
    select
      "sales_facts"."sales__shop" as "sales__shop",
      "sales_facts"."big" as "big",
      "sales_facts"."counted" as "counted",
      cast(null as bigint) as "about_weights_a",
      cast(null as double precision) as "about_weights_b"
    from
      "sales_facts"
    union all
    select
      "sales_facts_2"."sales__shop" as "sales__shop",
      cast(null as bigint) as "big",
      cast(null as bigint) as "counted",
      "sales_facts_2"."about_weights_a" as "about_weights_a",
      "sales_facts_2"."about_weights_b" as "about_weights_b"
    from
      "sales_facts_2"
  ),
  "stitched" as (
    select
      "all_facts"."sales__shop" as "sales__shop",
      max("all_facts"."big") as "big",
      max("all_facts"."counted") as "counted",
      max("all_facts"."about_weights_a") as "about_weights_a",
      max("all_facts"."about_weights_b") as "about_weights_b"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."sales__shop" as "sales__shop",
  coalesce("stitched"."big", 0) as "big"
from
  "stitched" as "stitched"
where
  (
    ("stitched"."counted" > 0)
    and (
      coalesce(
        cast(
          round(
            case
              when (
                12098218.894406674 / (
                  coalesce("stitched"."about_weights_b", 0) + (cast(4096.0 as double precision) - "stitched"."about_weights_a")
                )
              ) <= 10240
              and (cast(4096.0 as double precision) - "stitched"."about_weights_a") > 0 then cast(4096.0 as double precision) * ln(
                cast(4096.0 as double precision) / (cast(4096.0 as double precision) - "stitched"."about_weights_a")
              )
              else (
                12098218.894406674 / (
                  coalesce("stitched"."about_weights_b", 0) + (cast(4096.0 as double precision) - "stitched"."about_weights_a")
                )
              )
            end
          ) as bigint
        ),
        0
      ) >= 0
    )
  )
order by
  1 asc nulls last
limit
  10001
