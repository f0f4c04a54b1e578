with
  "numbers_facts" as (
    select
      cast(sum("numbers"."big") as numeric) as "sum_big",
      max("numbers"."big") as "largest",
      cast(sum("numbers"."tiny") as numeric) as "sum_tiny"
    from
      "numbers" as "numbers"
  )
select
  "numbers_facts"."sum_big" as "sum_big",
  ("numbers_facts"."sum_big" + cast(1 as bigint)) as "big_plus_one",
  ("numbers_facts"."sum_big" * cast(2 as bigint)) as "big_twice",
  "numbers_facts"."largest" as "largest",
  "numbers_facts"."sum_tiny" as "sum_tiny"
from
  "numbers_facts" as "numbers_facts"
limit
  10001
