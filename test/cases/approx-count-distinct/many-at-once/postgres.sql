with
  "clicks_registers" as (
    select
      substring(md5((cast("clicks"."person" as text) collate "C")), 1, 3) as "persons_a_register",
      max(
        (
          4 * (
            12 - length(ltrim(substring(md5((cast("clicks"."person" as text) collate "C")), 4, 12), '0'))
          ) + case
            when ltrim(substring(md5((cast("clicks"."person" as text) collate "C")), 4, 12), '0') >= '8' then 1
            when ltrim(substring(md5((cast("clicks"."person" as text) collate "C")), 4, 12), '0') >= '4' then 2
            when ltrim(substring(md5((cast("clicks"."person" as text) collate "C")), 4, 12), '0') >= '2' then 3
            when ltrim(substring(md5((cast("clicks"."person" as text) collate "C")), 4, 12), '0') >= '1' then 4
            else 1
          end
        )
      ) as "persons_a_rank"
    from
      "clicks" as "clicks"
    group by
      1
  ),
  "clicks_facts" as (
    select
      count("clicks_registers"."persons_a_register") as "persons_a",
      sum(power(cast(2.0 as double precision), - "clicks_registers"."persons_a_rank")) as "persons_b"
    from
      "clicks_registers" as "clicks_registers"
  )
select
  coalesce(
    cast(
      round(
        case
          when (
            12098218.894406674 / (
              coalesce("clicks_facts"."persons_b", 0) + (cast(4096.0 as double precision) - "clicks_facts"."persons_a")
            )
          ) <= 10240
          and (cast(4096.0 as double precision) - "clicks_facts"."persons_a") > 0 then cast(4096.0 as double precision) * ln(
            cast(4096.0 as double precision) / (cast(4096.0 as double precision) - "clicks_facts"."persons_a")
          )
          else (
            12098218.894406674 / (
              coalesce("clicks_facts"."persons_b", 0) + (cast(4096.0 as double precision) - "clicks_facts"."persons_a")
            )
          )
        end
      ) as bigint
    ),
    0
  ) as "persons"
from
  "clicks_facts" as "clicks_facts"
limit
  10001
