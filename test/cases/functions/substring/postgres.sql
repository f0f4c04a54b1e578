with
  "samples_facts" as (
    select
      "samples"."id" as "samples__id",
      substring(
        (cast("samples"."other" as text) collate "C"),
        cast(1 as integer),
        case
          when cast(2 as integer) < 0 then 0
          else cast(2 as integer)
        end
      ) as "samples__start",
      substring((cast("samples"."other" as text) collate "C"), cast(3 as integer)) as "samples__rest",
      substring(
        (cast("samples"."other" as text) collate "C"),
        cast(-1 as integer),
        case
          when cast(4 as integer) < 0 then 0
          else cast(4 as integer)
        end
      ) as "samples__before_the_start",
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
  "samples_facts"."samples__start" as "samples__start",
  "samples_facts"."samples__rest" as "samples__rest",
  "samples_facts"."samples__before_the_start" as "samples__before_the_start",
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
