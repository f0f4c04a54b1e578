with
  "fine_facts" as (
    select
      count(*) as "count_fine"
    from
      (
        select
          order_id as a
        from
          orders
      ) as "fine"
  )
select
  coalesce("fine_facts"."count_fine", 0) as "count_fine"
from
  "fine_facts" as "fine_facts"
limit
  10001
