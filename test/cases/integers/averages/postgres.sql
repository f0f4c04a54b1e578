with
  "numbers_facts" as (
    select
      cast(sum("numbers"."a") as numeric) as "average_a_a",
      count("numbers"."a") as "average_a_b",
      cast(sum("numbers"."big") as numeric) as "average_big_a",
      count("numbers"."big") as "average_big_b"
    from
      "numbers" as "numbers"
  )
select
  (
    cast("numbers_facts"."average_a_a" as double precision) / nullif(cast("numbers_facts"."average_a_b" as double precision), 0)
  ) as "average_a",
  (
    cast("numbers_facts"."average_big_a" as double precision) / nullif(cast("numbers_facts"."average_big_b" as double precision), 0)
  ) as "average_big"
from
  "numbers_facts" as "numbers_facts"
limit
  10001
