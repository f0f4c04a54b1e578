with
  "returns_facts" as (
    select
      sum("returns"."amount") as "returned"
    from
      "visits_facts" as "returns"
  ),
  "visits_facts" as (
    select
      sum("visits"."people") as "amount"
    from
      "all_facts" as "visits"
  ),
  "orders_facts" as (
    select
      sum("orders"."amount") as "ordered"
    from
      "orders_facts" as "orders"
  ),
  "all_facts" as (
    select
      "returns_facts"."returned" as "returned",
      cast(null as hugeint) as "amount",
      cast(null as hugeint) as "ordered"
    from
      "returns_facts"
    union all
    select
      cast(null as hugeint) as "returned",
      "visits_facts"."amount" as "amount",
      cast(null as hugeint) as "ordered"
    from
      "visits_facts"
    union all
    select
      cast(null as hugeint) as "returned",
      cast(null as hugeint) as "amount",
      "orders_facts"."ordered" as "ordered"
    from
      "orders_facts"
  ),
  "stitched" as (
    select
      max("all_facts"."returned") as "returned",
      max("all_facts"."amount") as "amount",
      max("all_facts"."ordered") as "ordered"
    from
      "all_facts" as "all_facts"
  )
select
  "stitched"."returned" as "returned",
  "stitched"."amount" as "amount",
  "stitched"."ordered" as "ordered"
from
  "stitched" as "stitched"
limit
  10001
