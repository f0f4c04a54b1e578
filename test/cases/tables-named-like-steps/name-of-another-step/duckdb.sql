with
  "orders_facts_2" as (
    select
      "shops"."city" as "shops__city",
      sum("orders"."amount") as "ordered"
    from
      "orders_facts" as "orders"
      left join "stitched" as "shops" on "orders"."shop_id" = "shops"."shop_id"
    group by
      1
  ),
  "visits_facts_2" as (
    select
      "shops"."city" as "shops__city",
      sum("visits"."people") as "amount"
    from
      "all_facts" as "visits"
      left join "stitched" as "shops" on "visits"."shop_id" = "shops"."shop_id"
    group by
      1
  ),
  "returns_facts" as (
    select
      "shops"."city" as "shops__city",
      sum("returns"."amount") as "returned"
    from
      "visits_facts" as "returns"
      left join "stitched" as "shops" on "returns"."shop_id" = "shops"."shop_id"
    group by
      1
  ),
  "answer_facts" as (
    select
      "shops"."city" as "shops__city",
      sum("answer"."amount") as "answered"
    from
      "answer" as "answer"
      left join "stitched" as "shops" on "answer"."shop_id" = "shops"."shop_id"
    group by
      1
  ),
  "all_facts_2" as (
    select
      "orders_facts_2"."shops__city" as "shops__city",
      "orders_facts_2"."ordered" as "ordered",
      cast(null as hugeint) as "amount",
      cast(null as hugeint) as "returned",
      cast(null as hugeint) as "answered"
    from
      "orders_facts_2"
    union all
    select
      "visits_facts_2"."shops__city" as "shops__city",
      cast(null as hugeint) as "ordered",
      "visits_facts_2"."amount" as "amount",
      cast(null as hugeint) as "returned",
      cast(null as hugeint) as "answered"
    from
      "visits_facts_2"
    union all
    select
      "returns_facts"."shops__city" as "shops__city",
      cast(null as hugeint) as "ordered",
      cast(null as hugeint) as "amount",
      "returns_facts"."returned" as "returned",
      cast(null as hugeint) as "answered"
    from
      "returns_facts"
    union all
    select
      "answer_facts"."shops__city" as "shops__city",
      cast(null as hugeint) as "ordered",
      cast(null as hugeint) as "amount",
      cast(null as hugeint) as "returned",
      "answer_facts"."answered" as "answered"
    from
      "answer_facts"
  ),
  "stitched_2" as (
    select
      "all_facts_2"."shops__city" as "shops__city",
      max("all_facts_2"."ordered") as "ordered",
      max("all_facts_2"."amount") as "amount",
      max("all_facts_2"."returned") as "returned",
      max("all_facts_2"."answered") as "answered"
    from
      "all_facts_2" as "all_facts_2"
    group by
      1
  )
select
  "stitched_2"."shops__city" as "shops__city",
  "stitched_2"."ordered" as "ordered",
  "stitched_2"."amount" as "amount",
  "stitched_2"."returned" as "returned",
  "stitched_2"."answered" as "answered"
from
  "stitched_2" as "stitched_2"
order by
  1 asc nulls last
limit
  10001
