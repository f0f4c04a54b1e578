with
  "samples_facts" as (
    select
      "samples"."id" as "samples__id",
      coalesce(cast("samples"."a" as bigint), cast("samples"."b" as bigint), 99) as "samples__first_of_three",
      coalesce(
        (cast("samples"."text" as text) collate "C"),
        (cast("samples"."other" as text) collate "C"),
        (cast('nothing' as text) collate "C")
      ) as "samples__first_text",
      cast(sum("samples"."id") as numeric) as "ids"
    from
      "samples" as "samples"
    group by
      1,
      2,
      3
  )
select
  "samples_facts"."samples__id" as "samples__id",
  "samples_facts"."samples__first_of_three" as "samples__first_of_three",
  "samples_facts"."samples__first_text" as "samples__first_text",
  "samples_facts"."ids" as "ids"
from
  "samples_facts" as "samples_facts"
order by
  1 asc nulls last,
  2 asc nulls last,
  3 asc nulls last
limit
  10001
