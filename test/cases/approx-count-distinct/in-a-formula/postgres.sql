with
  "visits_registers" as materialized (
    select
      substring(md5((cast("visits"."visitor" as text) collate "C")), 1, 3) as "visits_each_2_a_register",
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
      ) as "visits_each_2_a_rank",
      count(*) as "visits_each_1_2"
    from
      "visits" as "visits"
    group by
      1
  ),
  "visits_facts" as (
    select
      cast(coalesce(sum("visits_registers"."visits_each_1_2"), 0) as bigint) as "visits_each_1"
    from
      "visits_registers" as "visits_registers"
  ),
  "visits_facts_2" as (
    select
      count("visits_registers"."visits_each_2_a_register") as "visits_each_2_a",
      sum(power(cast(2.0 as double precision), - "visits_registers"."visits_each_2_a_rank")) as "visits_each_2_b"
    from
      "visits_registers" as "visits_registers"
  ),
  "all_facts" as (
    select
      "visits_facts"."visits_each_1" as "visits_each_1",
      cast(null as bigint) as "visits_each_2_a",
      cast(null as double precision) as "visits_each_2_b"
    from
      "visits_facts"
    union all
    select
      cast(null as bigint) as "visits_each_1",
      "visits_facts_2"."visits_each_2_a" as "visits_each_2_a",
      "visits_facts_2"."visits_each_2_b" as "visits_each_2_b"
    from
      "visits_facts_2"
  ),
  "stitched" as (
    select
      max("all_facts"."visits_each_1") as "visits_each_1",
      max("all_facts"."visits_each_2_a") as "visits_each_2_a",
      max("all_facts"."visits_each_2_b") as "visits_each_2_b"
    from
      "all_facts" as "all_facts"
  )
select
  (
    cast(cast(coalesce("stitched"."visits_each_1", 0) as double precision) as double precision) / nullif(
      cast(
        cast(
          coalesce(
            cast(
              round(
                case
                  when (
                    12098218.894406674 / (
                      coalesce("stitched"."visits_each_2_b", 0) + (cast(4096.0 as double precision) - "stitched"."visits_each_2_a")
                    )
                  ) <= 10240
                  and (cast(4096.0 as double precision) - "stitched"."visits_each_2_a") > 0 then cast(4096.0 as double precision) * ln(
                    cast(4096.0 as double precision) / (cast(4096.0 as double precision) - "stitched"."visits_each_2_a")
                  )
                  else (
                    12098218.894406674 / (
                      coalesce("stitched"."visits_each_2_b", 0) + (cast(4096.0 as double precision) - "stitched"."visits_each_2_a")
                    )
                  )
                end
              ) as bigint
            ),
            0
          ) as double precision
        ) as double precision
      ),
      0
    )
  ) as "visits_each"
from
  "stitched" as "stitched"
limit
  10001
