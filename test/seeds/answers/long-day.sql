-- 27 October 2024, 25 hours long in London: there are two hours called 01:00.
select
  case
    when ordered_at < timestamptz '2024-10-27 01:00:00+00'
      then strftime(ordered_at at time zone 'UTC' + interval 1 hour, '%Y-%m-%dT%H:00:00+01:00')
    else strftime(ordered_at at time zone 'UTC', '%Y-%m-%dT%H:00:00+00:00')
  end       as time,
  count(*)  as placed_orders
from shop.orders
where not is_test
  and ordered_at >= timestamptz '2024-10-26 23:00:00+00'
  and ordered_at <  timestamptz '2024-10-28 00:00:00+00'
group by 1
order by min(ordered_at)
