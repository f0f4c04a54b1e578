with
  "visits_registers" as (
    select
      (cast("shops"."shop" as text) collate "C") as "shops__shop",
      substring(md5((cast("visits"."visitor" as text) collate "C")), 1, 3) as "visitors_a_register",
      max(
        (
          4 * (
            12 - length(ltrim(substring(md5((cast("visits"."visitor" as text) collate "C")), 4, 12), '0'))
          ) + case
            when ltrim(substring(md5((cast("visits"."visitor" as text) collate "C")), 4, 12), '0') >= '8' then 1
            when ltrim(substring(md5((cast("visits"."visitor" as text) collate "C")), 4, 12), '0') >= '4' then 2
            when ltrim(substring(md5((cast("visits"."visitor" as text) collate "C")), 4, 12), '0') >= '2' then 3
            when ltrim(substring(md5((cast("visits"."visitor" as text) collate "C")), 4, 12), '0') >= '1' then 4
            else 1
          end
        )
      ) as "visitors_a_rank"
    from
      "visits" as "visits"
      left join "shops" as "shops" on "visits"."shop" = "shops"."shop"
    group by
      1,
      2
  ),
  "visits_facts" as (
    select
      "visits_registers"."shops__shop" as "shops__shop",
      count("visits_registers"."visitors_a_register") as "visitors_a",
      sum(power(cast(2.0 as double precision), - "visits_registers"."visitors_a_rank")) as "visitors_b"
    from
      "visits_registers" as "visits_registers"
    group by
      1
  ),
  "returns_facts" as (
    select
      (cast("shops"."shop" as text) collate "C") as "shops__shop",
      count(*) as "return_count"
    from
      "returns" as "returns"
      left join "shops" as "shops" on "returns"."shop" = "shops"."shop"
    group by
      1
  ),
  "all_facts" as (
    select
      "visits_facts"."shops__shop" as "shops__shop",
      "visits_facts"."visitors_a" as "visitors_a",
      "visits_facts"."visitors_b" as "visitors_b",
      cast(null as bigint) as "return_count"
    from
      "visits_facts"
    union all
    select
      "returns_facts"."shops__shop" as "shops__shop",
      cast(null as bigint) as "visitors_a",
      cast(null as double precision) as "visitors_b",
      "returns_facts"."return_count" as "return_count"
    from
      "returns_facts"
  ),
  "stitched" as (
    select
      "all_facts"."shops__shop" as "shops__shop",
      max("all_facts"."visitors_a") as "visitors_a",
      max("all_facts"."visitors_b") as "visitors_b",
      max("all_facts"."return_count") as "return_count"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."shops__shop" as "shops__shop",
  coalesce(
    cast(
      round(
        case
          when (
            12098218.894406674 / (
              coalesce("stitched"."visitors_b", 0) + (cast(4096.0 as double precision) - "stitched"."visitors_a")
            )
          ) <= 10240
          and (cast(4096.0 as double precision) - "stitched"."visitors_a") > 0 then cast(4096.0 as double precision) * ln(
            cast(4096.0 as double precision) / (cast(4096.0 as double precision) - "stitched"."visitors_a")
          )
          else (
            12098218.894406674 / (
              coalesce("stitched"."visitors_b", 0) + (cast(4096.0 as double precision) - "stitched"."visitors_a")
            )
          )
        end
      ) as bigint
    ),
    0
  ) as "visitors",
  coalesce("stitched"."return_count", 0) as "return_count"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
