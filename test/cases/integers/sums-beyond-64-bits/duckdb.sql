with
  "numbers_facts" as (
    select
      sum("numbers"."big") as "sum_big",
      max("numbers"."big") as "largest",
      sum("numbers"."tiny") as "sum_tiny"
    from
      "numbers" as "numbers"
  )
select
  "numbers_facts"."sum_big" as "sum_big",
  ("numbers_facts"."sum_big" + 1) as "big_plus_one",
  ("numbers_facts"."sum_big" * 2) as "big_twice",
  "numbers_facts"."largest" as "largest",
  "numbers_facts"."sum_tiny" as "sum_tiny"
from
  "numbers_facts" as "numbers_facts"
limit
  10001
