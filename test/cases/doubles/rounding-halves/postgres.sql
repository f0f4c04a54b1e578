with
  "readings_facts" as (
    select
      cast(
        round(
          cast(
            nullif(nullif(nullif("readings"."value", 'NaN'), 'Infinity'), '-Infinity') as numeric(38, 12)
          ),
          cast(1 as integer)
        ) as double precision
      ) as "readings__rounded",
      cast(sum("readings"."id") as numeric) as "ids"
    from
      "readings" as "readings"
    where
      (
        (
          nullif(nullif(nullif("readings"."value", 'NaN'), 'Infinity'), '-Infinity') >= cast('-1' as double precision)
        )
        and (
          nullif(nullif(nullif("readings"."value", 'NaN'), 'Infinity'), '-Infinity') <= cast('1' as double precision)
        )
        and ((cast("readings"."sensor" as text) collate "C") = (cast('d' as text) collate "C"))
      )
    group by
      1
  )
select
  "readings_facts"."readings__rounded" as "readings__rounded",
  "readings_facts"."ids" as "ids"
from
  "readings_facts" as "readings_facts"
order by
  1 asc nulls last
limit
  10001
