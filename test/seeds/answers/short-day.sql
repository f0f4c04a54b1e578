-- The night of 31 March 2024, 23 hours long in London: 23:00 UTC on the 31st is already the first of April.
select
  case
    when ordered_at <  timestamptz '2024-03-31 00:00:00+00' then '2024-03-30'
    when ordered_at <  timestamptz '2024-03-31 23:00:00+00' then '2024-03-31'
    else '2024-04-01'
  end       as time,
  count(*)  as placed_orders
from shop.orders
where not is_test
  and ordered_at >= timestamptz '2024-03-30 00:00:00+00'
  and ordered_at <  timestamptz '2024-04-01 23:00:00+00'
group by 1
order by 1
