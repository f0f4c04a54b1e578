with
  "visits_facts_2" as (
    select
      cast(sum("visits"."people") as numeric) as "amount"
    from
      "all_facts" as "visits"
  ),
  "returns_facts" as (
    select
      cast(sum("returns"."amount") as numeric) as "returned"
    from
      "visits_facts" as "returns"
  ),
  "all_facts_2" as (
    select
      "visits_facts_2"."amount" as "amount",
      cast(null as numeric) as "returned"
    from
      "visits_facts_2"
    union all
    select
      cast(null as numeric) as "amount",
      "returns_facts"."returned" as "returned"
    from
      "returns_facts"
  ),
  "stitched_2" as (
    select
      cast(max("all_facts_2"."amount") as numeric) as "amount",
      cast(max("all_facts_2"."returned") as numeric) as "returned"
    from
      "all_facts_2" as "all_facts_2"
  )
select
  "stitched_2"."amount" as "amount",
  "stitched_2"."returned" as "returned"
from
  "stitched_2" as "stitched_2"
limit
  10001
