with
  "numbers_facts" as (
    select
      sum("numbers"."a") as "average_a_a",
      count("numbers"."a") as "average_a_b",
      sum("numbers"."big") as "average_big_a",
      count("numbers"."big") as "average_big_b"
    from
      "numbers" as "numbers"
  )
select
  ("numbers_facts"."average_a_a" / nullif("numbers_facts"."average_a_b", 0)) as "average_a",
  ("numbers_facts"."average_big_a" / nullif("numbers_facts"."average_big_b", 0)) as "average_big"
from
  "numbers_facts" as "numbers_facts"
limit
  10001
