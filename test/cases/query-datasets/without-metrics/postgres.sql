select
  "customers"."place" as "customers__place",
  (cast("people"."town" as text) collate "C") as "people__town"
from
  (
    with
      spent as (
        select
          customer_id,
          sum(amount) as total
        from
          orders
        group by
          customer_id
      )
    select
      s.customer_id,
      s.total,
      row_number() over (
        order by
          s.total desc
      ) as place
    from
      spent as s
    where
      s.customer_id is not null
  ) as "customers"
  left join "people" as "people" on "customers"."customer_id" = "people"."id"
group by
  1,
  2
order by
  1 asc nulls last,
  2 asc nulls last
limit
  10001
