with
  "visits_registers" as (
    select
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
      1
  ),
  "visits_facts" as (
    select
      count("visits_registers"."visitors_a_register") as "visitors_a",
      sum(power(cast(2.0 as double precision), - "visits_registers"."visitors_a_rank")) as "visitors_b"
    from
      "visits_registers" as "visits_registers"
  ),
  "visits_registers_2" as (
    select
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
      1
  ),
  "visits_facts_2" as (
    select
      count("visits_registers_2"."names_a_register") as "names_a",
      sum(power(cast(2.0 as double precision), - "visits_registers_2"."names_a_rank")) as "names_b"
    from
      "visits_registers_2" as "visits_registers_2"
  ),
  "visits_registers_3" as (
    select
      substring(
        md5((cast(cast(nullif("visits"."spent", 'NaN') as numeric(6, 2)) as text) collate "C")),
        1,
        3
      ) as "prices_a_register",
      max(
        (
          4 * (
            12 - length(
              ltrim(
                substring(
                  md5((cast(cast(nullif("visits"."spent", 'NaN') as numeric(6, 2)) as text) collate "C")),
                  4,
                  12
                ),
                '0'
              )
            )
          ) + case
            when ltrim(
              substring(
                md5((cast(cast(nullif("visits"."spent", 'NaN') as numeric(6, 2)) as text) collate "C")),
                4,
                12
              ),
              '0'
            ) >= '8' then 1
            when ltrim(
              substring(
                md5((cast(cast(nullif("visits"."spent", 'NaN') as numeric(6, 2)) as text) collate "C")),
                4,
                12
              ),
              '0'
            ) >= '4' then 2
            when ltrim(
              substring(
                md5((cast(cast(nullif("visits"."spent", 'NaN') as numeric(6, 2)) as text) collate "C")),
                4,
                12
              ),
              '0'
            ) >= '2' then 3
            when ltrim(
              substring(
                md5((cast(cast(nullif("visits"."spent", 'NaN') as numeric(6, 2)) as text) collate "C")),
                4,
                12
              ),
              '0'
            ) >= '1' then 4
            else 1
          end
        )
      ) as "prices_a_rank"
    from
      "visits" as "visits"
    group by
      1
  ),
  "visits_facts_3" as (
    select
      count("visits_registers_3"."prices_a_register") as "prices_a",
      sum(power(cast(2.0 as double precision), - "visits_registers_3"."prices_a_rank")) as "prices_b"
    from
      "visits_registers_3" as "visits_registers_3"
  ),
  "visits_registers_4" as (
    select
      substring(md5((cast("visits"."day" as text) collate "C")), 1, 3) as "days_a_register",
      max(
        (
          4 * (
            12 - length(ltrim(substring(md5((cast("visits"."day" as text) collate "C")), 4, 12), '0'))
          ) + case
            when ltrim(substring(md5((cast("visits"."day" as text) collate "C")), 4, 12), '0') >= '8' then 1
            when ltrim(substring(md5((cast("visits"."day" as text) collate "C")), 4, 12), '0') >= '4' then 2
            when ltrim(substring(md5((cast("visits"."day" as text) collate "C")), 4, 12), '0') >= '2' then 3
            when ltrim(substring(md5((cast("visits"."day" as text) collate "C")), 4, 12), '0') >= '1' then 4
            else 1
          end
        )
      ) as "days_a_rank"
    from
      "visits" as "visits"
    group by
      1
  ),
  "visits_facts_4" as (
    select
      count("visits_registers_4"."days_a_register") as "days_a",
      sum(power(cast(2.0 as double precision), - "visits_registers_4"."days_a_rank")) as "days_b"
    from
      "visits_registers_4" as "visits_registers_4"
  ),
  "visits_registers_5" as (
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
  "visits_facts_5" as (
    select
      count("visits_registers_5"."moments_a_register") as "moments_a",
      sum(power(cast(2.0 as double precision), - "visits_registers_5"."moments_a_rank")) as "moments_b"
    from
      "visits_registers_5" as "visits_registers_5"
  ),
  "visits_registers_6" as (
    select
      substring(md5((cast("visits"."member" as text) collate "C")), 1, 3) as "kinds_a_register",
      max(
        (
          4 * (
            12 - length(ltrim(substring(md5((cast("visits"."member" as text) collate "C")), 4, 12), '0'))
          ) + case
            when ltrim(substring(md5((cast("visits"."member" as text) collate "C")), 4, 12), '0') >= '8' then 1
            when ltrim(substring(md5((cast("visits"."member" as text) collate "C")), 4, 12), '0') >= '4' then 2
            when ltrim(substring(md5((cast("visits"."member" as text) collate "C")), 4, 12), '0') >= '2' then 3
            when ltrim(substring(md5((cast("visits"."member" as text) collate "C")), 4, 12), '0') >= '1' then 4
            else 1
          end
        )
      ) as "kinds_a_rank"
    from
      "visits" as "visits"
    group by
      1
  ),
  "visits_facts_6" as (
    select
      count("visits_registers_6"."kinds_a_register") as "kinds_a",
      sum(power(cast(2.0 as double precision), - "visits_registers_6"."kinds_a_rank")) as "kinds_b"
    from
      "visits_registers_6" as "visits_registers_6"
  ),
  "all_facts" as (
    select
      "visits_facts"."visitors_a" as "visitors_a",
      "visits_facts"."visitors_b" as "visitors_b",
      cast(null as bigint) as "names_a",
      cast(null as double precision) as "names_b",
      cast(null as bigint) as "prices_a",
      cast(null as double precision) as "prices_b",
      cast(null as bigint) as "days_a",
      cast(null as double precision) as "days_b",
      cast(null as bigint) as "moments_a",
      cast(null as double precision) as "moments_b",
      cast(null as bigint) as "kinds_a",
      cast(null as double precision) as "kinds_b"
    from
      "visits_facts"
    union all
    select
      cast(null as bigint) as "visitors_a",
      cast(null as double precision) as "visitors_b",
      "visits_facts_2"."names_a" as "names_a",
      "visits_facts_2"."names_b" as "names_b",
      cast(null as bigint) as "prices_a",
      cast(null as double precision) as "prices_b",
      cast(null as bigint) as "days_a",
      cast(null as double precision) as "days_b",
      cast(null as bigint) as "moments_a",
      cast(null as double precision) as "moments_b",
      cast(null as bigint) as "kinds_a",
      cast(null as double precision) as "kinds_b"
    from
      "visits_facts_2"
    union all
    select
      cast(null as bigint) as "visitors_a",
      cast(null as double precision) as "visitors_b",
      cast(null as bigint) as "names_a",
      cast(null as double precision) as "names_b",
      "visits_facts_3"."prices_a" as "prices_a",
      "visits_facts_3"."prices_b" as "prices_b",
      cast(null as bigint) as "days_a",
      cast(null as double precision) as "days_b",
      cast(null as bigint) as "moments_a",
      cast(null as double precision) as "moments_b",
      cast(null as bigint) as "kinds_a",
      cast(null as double precision) as "kinds_b"
    from
      "visits_facts_3"
    union all
    select
      cast(null as bigint) as "visitors_a",
      cast(null as double precision) as "visitors_b",
      cast(null as bigint) as "names_a",
      cast(null as double precision) as "names_b",
      cast(null as bigint) as "prices_a",
      cast(null as double precision) as "prices_b",
      "visits_facts_4"."days_a" as "days_a",
      "visits_facts_4"."days_b" as "days_b",
      cast(null as bigint) as "moments_a",
      cast(null as double precision) as "moments_b",
      cast(null as bigint) as "kinds_a",
      cast(null as double precision) as "kinds_b"
    from
      "visits_facts_4"
    union all
    select
      cast(null as bigint) as "visitors_a",
      cast(null as double precision) as "visitors_b",
      cast(null as bigint) as "names_a",
      cast(null as double precision) as "names_b",
      cast(null as bigint) as "prices_a",
      cast(null as double precision) as "prices_b",
      cast(null as bigint) as "days_a",
      cast(null as double precision) as "days_b",
      "visits_facts_5"."moments_a" as "moments_a",
      "visits_facts_5"."moments_b" as "moments_b",
      cast(null as bigint) as "kinds_a",
      cast(null as double precision) as "kinds_b"
    from
      "visits_facts_5"
    union all
    select
      cast(null as bigint) as "visitors_a",
      cast(null as double precision) as "visitors_b",
      cast(null as bigint) as "names_a",
      cast(null as double precision) as "names_b",
      cast(null as bigint) as "prices_a",
      cast(null as double precision) as "prices_b",
      cast(null as bigint) as "days_a",
      cast(null as double precision) as "days_b",
      cast(null as bigint) as "moments_a",
      cast(null as double precision) as "moments_b",
      "visits_facts_6"."kinds_a" as "kinds_a",
      "visits_facts_6"."kinds_b" as "kinds_b"
    from
      "visits_facts_6"
  ),
  "stitched" as (
    select
      max("all_facts"."visitors_a") as "visitors_a",
      max("all_facts"."visitors_b") as "visitors_b",
      max("all_facts"."names_a") as "names_a",
      max("all_facts"."names_b") as "names_b",
      max("all_facts"."prices_a") as "prices_a",
      max("all_facts"."prices_b") as "prices_b",
      max("all_facts"."days_a") as "days_a",
      max("all_facts"."days_b") as "days_b",
      max("all_facts"."moments_a") as "moments_a",
      max("all_facts"."moments_b") as "moments_b",
      max("all_facts"."kinds_a") as "kinds_a",
      max("all_facts"."kinds_b") as "kinds_b"
    from
      "all_facts" as "all_facts"
  )
select
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
  coalesce(
    cast(
      round(
        case
          when (
            12098218.894406674 / (
              coalesce("stitched"."prices_b", 0) + (cast(4096.0 as double precision) - "stitched"."prices_a")
            )
          ) <= 10240
          and (cast(4096.0 as double precision) - "stitched"."prices_a") > 0 then cast(4096.0 as double precision) * ln(
            cast(4096.0 as double precision) / (cast(4096.0 as double precision) - "stitched"."prices_a")
          )
          else (
            12098218.894406674 / (
              coalesce("stitched"."prices_b", 0) + (cast(4096.0 as double precision) - "stitched"."prices_a")
            )
          )
        end
      ) as bigint
    ),
    0
  ) as "prices",
  coalesce(
    cast(
      round(
        case
          when (
            12098218.894406674 / (
              coalesce("stitched"."days_b", 0) + (cast(4096.0 as double precision) - "stitched"."days_a")
            )
          ) <= 10240
          and (cast(4096.0 as double precision) - "stitched"."days_a") > 0 then cast(4096.0 as double precision) * ln(
            cast(4096.0 as double precision) / (cast(4096.0 as double precision) - "stitched"."days_a")
          )
          else (
            12098218.894406674 / (
              coalesce("stitched"."days_b", 0) + (cast(4096.0 as double precision) - "stitched"."days_a")
            )
          )
        end
      ) as bigint
    ),
    0
  ) as "days",
  coalesce(
    cast(
      round(
        case
          when (
            12098218.894406674 / (
              coalesce("stitched"."moments_b", 0) + (cast(4096.0 as double precision) - "stitched"."moments_a")
            )
          ) <= 10240
          and (cast(4096.0 as double precision) - "stitched"."moments_a") > 0 then cast(4096.0 as double precision) * ln(
            cast(4096.0 as double precision) / (cast(4096.0 as double precision) - "stitched"."moments_a")
          )
          else (
            12098218.894406674 / (
              coalesce("stitched"."moments_b", 0) + (cast(4096.0 as double precision) - "stitched"."moments_a")
            )
          )
        end
      ) as bigint
    ),
    0
  ) as "moments",
  coalesce(
    cast(
      round(
        case
          when (
            12098218.894406674 / (
              coalesce("stitched"."kinds_b", 0) + (cast(4096.0 as double precision) - "stitched"."kinds_a")
            )
          ) <= 10240
          and (cast(4096.0 as double precision) - "stitched"."kinds_a") > 0 then cast(4096.0 as double precision) * ln(
            cast(4096.0 as double precision) / (cast(4096.0 as double precision) - "stitched"."kinds_a")
          )
          else (
            12098218.894406674 / (
              coalesce("stitched"."kinds_b", 0) + (cast(4096.0 as double precision) - "stitched"."kinds_a")
            )
          )
        end
      ) as bigint
    ),
    0
  ) as "kinds"
from
  "stitched" as "stitched"
limit
  10001
