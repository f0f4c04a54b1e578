with
  "orders_facts_2" as (
    select
      (cast("shops"."city" as text) collate "C") as "shops__city",
      cast(sum("orders"."amount") as numeric) as "ordered"
    from
      "orders_facts" as "orders"
      left join "stitched" as "shops" on "orders"."shop_id" = "shops"."shop_id"
    group by
      1
  ),
  "visits_facts_2" as (
    select
      (cast("shops"."city" as text) collate "C") as "shops__city",
      cast(sum("visits"."people") as numeric) as "amount"
    from
      "all_facts" as "visits"
      left join "stitched" as "shops" on "visits"."shop_id" = "shops"."shop_id"
    group by
      1
  ),
  "returns_facts" as (
    select
      (cast("shops"."city" as text) collate "C") as "shops__city",
      cast(sum("returns"."amount") as numeric) as "returned"
    from
      "visits_facts" as "returns"
      left join "stitched" as "shops" on "returns"."shop_id" = "shops"."shop_id"
    group by
      1
  ),
  "answer_facts" as (
    select
      (cast("shops"."city" as text) collate "C") as "shops__city",
      cast(sum("answer"."amount") as numeric) as "answered"
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
      cast(null as numeric) as "amount",
      cast(null as numeric) as "returned",
      cast(null as numeric) as "answered"
    from
      "orders_facts_2"
    union all
    select
      "visits_facts_2"."shops__city" as "shops__city",
      cast(null as numeric) as "ordered",
      "visits_facts_2"."amount" as "amount",
      cast(null as numeric) as "returned",
      cast(null as numeric) as "answered"
    from
      "visits_facts_2"
    union all
    select
      "returns_facts"."shops__city" as "shops__city",
      cast(null as numeric) as "ordered",
      cast(null as numeric) as "amount",
      "returns_facts"."returned" as "returned",
      cast(null as numeric) as "answered"
    from
      "returns_facts"
    union all
    select
      "answer_facts"."shops__city" as "shops__city",
      cast(null as numeric) as "ordered",
      cast(null as numeric) as "amount",
      cast(null as numeric) as "returned",
      "answer_facts"."answered" as "answered"
    from
      "answer_facts"
  ),
  "stitched_2" as (
    select
      "all_facts_2"."shops__city" as "shops__city",
      cast(max("all_facts_2"."ordered") as numeric) as "ordered",
      cast(max("all_facts_2"."amount") as numeric) as "amount",
      cast(max("all_facts_2"."returned") as numeric) as "returned",
      cast(max("all_facts_2"."answered") as numeric) as "answered"
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
