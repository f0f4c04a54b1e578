with
  "samples_facts" as (
    select
      "samples"."id" as "samples__id",
      case
        when (cast("samples"."a" as bigint) > 10) then 'large'
        when (cast("samples"."a" as bigint) > 0) then 'small'
        when ("samples"."a" is null) then 'none'
      end as "samples__size",
      case
        when ("samples"."text" = 'R') then 'red'
        when ("samples"."text" = 'G') then 'green'
        else lower("samples"."text")
      end as "samples__color",
      case
        when (cast("samples"."a" as bigint) > 10) then cast("samples"."a" as decimal(22, 3))
        when (cast("samples"."b" as bigint) > 0) then "samples"."price"
        else cast('0' as decimal(22, 3))
      end as "samples__mixed_numbers",
      sum("samples"."id") as "ids"
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
