with
  "visits_registers" as (
    select
      substring(md5((cast("visits"."seen" as text) collate "C")), 1, 3) as "moments_a_register",
      max(
        (
          4 * (
            12 - length(ltrim(substring(md5((cast("visits"."seen" as text) collate "C")), 4, 12), '0'))
          ) + case
            when ltrim(substring(md5((cast("visits"."seen" as text) collate "C")), 4, 12), '0') >= '8' then 1
            when ltrim(substring(md5((cast("visits"."seen" as text) collate "C")), 4, 12), '0') >= '4' then 2
            when ltrim(substring(md5((cast("visits"."seen" as text) collate "C")), 4, 12), '0') >= '2' then 3
            when ltrim(substring(md5((cast("visits"."seen" as text) collate "C")), 4, 12), '0') >= '1' then 4
            else 1
          end
        )
      ) as "moments_a_rank"
    from
      "visits" as "visits"
    group by
      1
  ),
  "visits_facts" as (
    select
      count("visits_registers"."moments_a_register") as "moments_a",
      sum(power(cast(2.0 as double precision), - "visits_registers"."moments_a_rank")) as "moments_b"
    from
      "visits_registers" as "visits_registers"
  )
select
  coalesce(
    cast(
      round(
        case
          when (
            12098218.894406674 / (
              coalesce("visits_facts"."moments_b", 0) + (cast(4096.0 as double precision) - "visits_facts"."moments_a")
            )
          ) <= 10240
          and (cast(4096.0 as double precision) - "visits_facts"."moments_a") > 0 then cast(4096.0 as double precision) * ln(
            cast(4096.0 as double precision) / (cast(4096.0 as double precision) - "visits_facts"."moments_a")
          )
          else (
            12098218.894406674 / (
              coalesce("visits_facts"."moments_b", 0) + (cast(4096.0 as double precision) - "visits_facts"."moments_a")
            )
          )
        end
      ) as bigint
    ),
    0
  ) as "moments"
from
  "visits_facts" as "visits_facts"
limit
  10001
