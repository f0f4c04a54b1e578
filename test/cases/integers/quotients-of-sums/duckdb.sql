with
  "numbers_facts" as (
    select
      sum("numbers"."a") as "a_per_b_1",
      sum("numbers"."b") as "a_per_b_2",
      count(*) as "seven_halves"
    from
      "numbers" as "numbers"
    where
      ("numbers"."kind" in ('+/+', '-/+', '/0', '/null'))
  )
select
  (
    cast("numbers_facts"."a_per_b_1" as double) / nullif(cast("numbers_facts"."a_per_b_2" as double), 0)
  ) as "a_per_b",
  ("numbers_facts"."a_per_b_1" // "numbers_facts"."a_per_b_2") as "div_of_sums",
  ("numbers_facts"."a_per_b_1" % "numbers_facts"."a_per_b_2") as "mod_of_sums",
  (
    (cast('7' as double) / nullif(cast('2' as double), 0)) + cast((0 * coalesce("numbers_facts"."seven_halves", 0)) as double)
  ) as "seven_halves"
from
  "numbers_facts" as "numbers_facts"
limit
  10001
