with
  "returns_facts" as (
    select
      cast(sum("returns"."amount") as numeric) as "returned"
    from
      "visits_facts" as "returns"
  ),
  "visits_facts_2" as (
    select
      cast(sum("visits"."people") as numeric) as "amount"
    from
      "all_facts" as "visits"
  ),
  "orders_facts_2" as (
    select
      cast(sum("orders"."amount") as numeric) as "ordered"
    from
      "orders_facts" as "orders"
  ),
  "all_facts_2" as (
    select
      "returns_facts"."returned" as "returned",
      cast(null as numeric) as "amount",
      cast(null as numeric) as "ordered"
    from
      "returns_facts"
    union all
    select
      cast(null as numeric) as "returned",
      "visits_facts_2"."amount" as "amount",
      cast(null as numeric) as "ordered"
    from
      "visits_facts_2"
    union all
    select
      cast(null as numeric) as "returned",
      cast(null as numeric) as "amount",
      "orders_facts_2"."ordered" as "ordered"
    from
      "orders_facts_2"
  ),
  "stitched_2" as (
    select
      cast(max("all_facts_2"."returned") as numeric) as "returned",
      cast(max("all_facts_2"."amount") as numeric) as "amount",
      cast(max("all_facts_2"."ordered") as numeric) as "ordered"
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
