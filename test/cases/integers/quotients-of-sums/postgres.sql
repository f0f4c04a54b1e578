with
  "numbers_facts" as (
    select
      cast(sum("numbers"."a") as numeric) as "a_per_b_1",
      cast(sum("numbers"."b") as numeric) as "a_per_b_2",
      count(*) as "seven_halves"
    from
      "numbers" as "numbers"
    where
      (
        (cast("numbers"."kind" as text) collate "C") in (
          (cast('+/+' as text) collate "C"),
          (cast('-/+' as text) collate "C"),
          (cast('/0' as text) collate "C"),
          (cast('/null' as text) collate "C")
        )
      )
  )
select
  (
    cast(cast("numbers_facts"."a_per_b_1" as double precision) as double precision) / nullif(cast(cast("numbers_facts"."a_per_b_2" as double precision) as double precision), 0)
  ) as "a_per_b",
  div("numbers_facts"."a_per_b_1", nullif("numbers_facts"."a_per_b_2", 0)) as "div_of_sums",
  ("numbers_facts"."a_per_b_1" % nullif("numbers_facts"."a_per_b_2", 0)) as "mod_of_sums",
  (
    (
      cast(cast('7' as double precision) as double precision) / nullif(cast(cast('2' as double precision) as double precision), 0)
    ) + cast((cast(0 as bigint) * coalesce("numbers_facts"."seven_halves", 0)) as double precision)
  ) as "seven_halves"
from
  "numbers_facts" as "numbers_facts"
limit
  10001
