with
  "samples_facts" as (
    select
      "samples"."id" as "samples__id",
      case
        when (cast("samples"."a" as bigint) > 10) then (cast('large' as text) collate "C")
        when (cast("samples"."a" as bigint) > 0) then (cast('small' as text) collate "C")
        when ("samples"."a" is null) then (cast('none' as text) collate "C")
      end as "samples__size",
      case
        when ((cast("samples"."text" as text) collate "C") = (cast('R' as text) collate "C")) then (cast('red' as text) collate "C")
        when ((cast("samples"."text" as text) collate "C") = (cast('G' as text) collate "C")) then (cast('green' as text) collate "C")
        else (lower((cast("samples"."text" as text) collate "C") collate "und-x-icu") collate "C")
      end as "samples__color",
      case
        when (cast("samples"."a" as bigint) > 10) then cast("samples"."a" as numeric(22, 3))
        when (cast("samples"."b" as bigint) > 0) then nullif("samples"."price", 'NaN')
        else cast('0' as numeric(22, 3))
      end as "samples__mixed_numbers",
      cast(sum("samples"."id") as numeric) as "ids"
    from
      "samples" as "samples"
    group by
      1,
      2,
      3,
      4
  )
select
  "samples_facts"."samples__id" as "samples__id",
  "samples_facts"."samples__size" as "samples__size",
  "samples_facts"."samples__color" as "samples__color",
  "samples_facts"."samples__mixed_numbers" as "samples__mixed_numbers",
  "samples_facts"."ids" as "ids"
from
  "samples_facts" as "samples_facts"
order by
  1 asc nulls last,
  2 asc nulls last,
  3 asc nulls last,
  4 asc nulls last
limit
  10001
