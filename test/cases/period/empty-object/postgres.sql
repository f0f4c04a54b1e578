with
  "instants_facts" as (
    select
      cast(sum("instants"."id") as numeric) as "instant_ids"
    from
      "instants" as "instants"
  )
select
  "instants_facts"."instant_ids" as "instant_ids"
from
  "instants_facts" as "instants_facts"
limit
  10001
