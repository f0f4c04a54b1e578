with
  "returns_facts" as (
    select
      sum("returns"."amount") as "returned"
    from
      "visits_facts" as "returns"
  ),
  "visits_facts_2" as (
    select
      sum("visits"."people") as "amount"
    from
      "all_facts" as "visits"
  ),
  "orders_facts_2" as (
    select
      sum("orders"."amount") as "ordered"
    from
      "orders_facts" as "orders"
  ),
  "all_facts_2" as (
    select
      "returns_facts"."returned" as "returned",
      cast(null as hugeint) as "amount",
      cast(null as hugeint) as "ordered"
    from
      "returns_facts"
    union all
    select
      cast(null as hugeint) as "returned",
      "visits_facts_2"."amount" as "amount",
      cast(null as hugeint) as "ordered"
    from
      "visits_facts_2"
    union all
    select
      cast(null as hugeint) as "returned",
      cast(null as hugeint) as "amount",
      "orders_facts_2"."ordered" as "ordered"
    from
      "orders_facts_2"
  ),
  "stitched_2" as (
    select
      max("all_facts_2"."returned") as "returned",
      max("all_facts_2"."amount") as "amount",
      max("all_facts_2"."ordered") as "ordered"
    from
      "all_facts_2" as "all_facts_2"
  )
select
  "stitched_2"."returned" as "returned",
  "stitched_2"."amount" as "amount",
  "stitched_2"."ordered" as "ordered"
from
  "stitched_2" as "stitched_2"
limit
  10001
