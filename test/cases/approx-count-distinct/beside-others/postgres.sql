with
  "visits_registers" as (
    select
      (cast("visits"."shop" as text) collate "C") as "visits__shop",
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
    group by
      1,
      2
  ),
  "visits_facts" as (
    select
      "visits_registers"."visits__shop" as "visits__shop",
      count("visits_registers"."visitors_a_register") as "visitors_a",
      sum(power(cast(2.0 as double precision), - "visits_registers"."visitors_a_rank")) as "visitors_b"
    from
      "visits_registers" as "visits_registers"
    group by
      1
  ),
  "visits_registers_2" as (
    select
      (cast("visits"."shop" as text) collate "C") as "visits__shop",
      substring(md5((cast((cast("visits"."name" as text) collate "C") as text) collate "C")), 1, 3) as "names_a_register",
      max(
        (
          4 * (
            12 - length(
              ltrim(
                substring(md5((cast((cast("visits"."name" as text) collate "C") as text) collate "C")), 4, 12),
                '0'
              )
            )
          ) + case
            when ltrim(
              substring(md5((cast((cast("visits"."name" as text) collate "C") as text) collate "C")), 4, 12),
              '0'
            ) >= '8' then 1
            when ltrim(
              substring(md5((cast((cast("visits"."name" as text) collate "C") as text) collate "C")), 4, 12),
              '0'
            ) >= '4' then 2
            when ltrim(
              substring(md5((cast((cast("visits"."name" as text) collate "C") as text) collate "C")), 4, 12),
              '0'
            ) >= '2' then 3
            when ltrim(
              substring(md5((cast((cast("visits"."name" as text) collate "C") as text) collate "C")), 4, 12),
              '0'
            ) >= '1' then 4
            else 1
          end
        )
      ) as "names_a_rank"
    from
      "visits" as "visits"
    group by
      1,
      2
  ),
  "visits_facts_2" as (
    select
      "visits_registers_2"."visits__shop" as "visits__shop",
      count("visits_registers_2"."names_a_register") as "names_a",
      sum(power(cast(2.0 as double precision), - "visits_registers_2"."names_a_rank")) as "names_b"
    from
      "visits_registers_2" as "visits_registers_2"
    group by
      1
  ),
  "visits_facts_3" as (
    select
      (cast("visits"."shop" as text) collate "C") as "visits__shop",
      count(distinct "visits"."visitor") as "exact",
      count(*) as "visit_count"
    from
      "visits" as "visits"
    group by
      1
  ),
  "all_facts" as (
    select
      "visits_facts"."visits__shop" as "visits__shop",
      "visits_facts"."visitors_a" as "visitors_a",
      "visits_facts"."visitors_b" as "visitors_b",
      cast(null as bigint) as "names_a",
      cast(null as double precision) as "names_b",
      cast(null as bigint) as "exact",
      cast(null as bigint) as "visit_count"
    from
      "visits_facts"
    union all
    select
      "visits_facts_2"."visits__shop" as "visits__shop",
      cast(null as bigint) as "visitors_a",
      cast(null as double precision) as "visitors_b",
      "visits_facts_2"."names_a" as "names_a",
      "visits_facts_2"."names_b" as "names_b",
      cast(null as bigint) as "exact",
      cast(null as bigint) as "visit_count"
    from
      "visits_facts_2"
    union all
    select
      "visits_facts_3"."visits__shop" as "visits__shop",
      cast(null as bigint) as "visitors_a",
      cast(null as double precision) as "visitors_b",
      cast(null as bigint) as "names_a",
      cast(null as double precision) as "names_b",
      "visits_facts_3"."exact" as "exact",
      "visits_facts_3"."visit_count" as "visit_count"
    from
      "visits_facts_3"
  ),
  "stitched" as (
    select
      "all_facts"."visits__shop" as "visits__shop",
      max("all_facts"."visitors_a") as "visitors_a",
      max("all_facts"."visitors_b") as "visitors_b",
      max("all_facts"."names_a") as "names_a",
      max("all_facts"."names_b") as "names_b",
      max("all_facts"."exact") as "exact",
      max("all_facts"."visit_count") as "visit_count"
    from
      "all_facts" as "all_facts"
    group by
      1
  )
select
  "stitched"."visits__shop" as "visits__shop",
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
  coalesce(
    cast(
      round(
        case
          when (
            12098218.894406674 / (
              coalesce("stitched"."names_b", 0) + (cast(4096.0 as double precision) - "stitched"."names_a")
            )
          ) <= 10240
          and (cast(4096.0 as double precision) - "stitched"."names_a") > 0 then cast(4096.0 as double precision) * ln(
            cast(4096.0 as double precision) / (cast(4096.0 as double precision) - "stitched"."names_a")
          )
          else (
            12098218.894406674 / (
              coalesce("stitched"."names_b", 0) + (cast(4096.0 as double precision) - "stitched"."names_a")
            )
          )
        end
      ) as bigint
    ),
    0
  ) as "names",
  coalesce("stitched"."exact", 0) as "exact",
  coalesce("stitched"."visit_count", 0) as "visit_count"
from
  "stitched" as "stitched"
order by
  1 asc nulls last
limit
  10001
