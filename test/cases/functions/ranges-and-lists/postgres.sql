with
  "samples_facts" as (
    select
      "samples"."id" as "samples__id",
      (
        (cast("samples"."a" as bigint) >= 1)
        and (cast("samples"."a" as bigint) <= 10)
      ) as "samples__between_them",
      (
        not (
          ("samples"."a" >= "samples"."b")
          and (cast("samples"."a" as bigint) <= 10)
        )
      ) as "samples__not_between",
      (
        (cast("samples"."text" as text) collate "C") in ((cast('R' as text) collate "C"), (cast('G' as text) collate "C"))
      ) as "samples__among",
      (
        not (
          (cast("samples"."text" as text) collate "C") in ((cast('R' as text) collate "C"), (cast('G' as text) collate "C"))
        )
      ) as "samples__not_among",
      (cast("samples"."a" as bigint) in (1, cast(null as bigint))) as "samples__among_or_null",
      cast(sum("samples"."id") as numeric) as "ids"
    from
      "samples" as "samples"
    group by
      1,
      2,
      3,
      4,
      5,
      6
  )
select
  "samples_facts"."samples__id" as "samples__id",
  "samples_facts"."samples__between_them" as "samples__between_them",
  "samples_facts"."samples__not_between" as "samples__not_between",
  "samples_facts"."samples__among" as "samples__among",
  "samples_facts"."samples__not_among" as "samples__not_among",
  "samples_facts"."samples__among_or_null" as "samples__among_or_null",
  "samples_facts"."ids" as "ids"
from
  "samples_facts" as "samples_facts"
order by
  1 asc nulls last,
  2 asc nulls last,
  3 asc nulls last,
  4 asc nulls last,
  5 asc nulls last,
  6 asc nulls last
limit
  10001
