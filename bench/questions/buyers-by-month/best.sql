-- Best because days are counted for London's two offsets of that year, a month is counted back from its day, and nothing is looked up.
with placed as (
  select
    customer_id,
    case
      when ordered_at < timestamptz '2024-10-27 01:00:00+00' or ordered_at >= timestamptz '2025-03-30 01:00:00+00'
      then make_timestamp(epoch_us(ordered_at) + 3600000000)::date
      else make_timestamp(epoch_us(ordered_at))::date
    end as day
  from shop.orders
  where status <> 'cancelled' and not is_test
    and ordered_at >= timestamptz '2024-06-30 23:00:00+00' and ordered_at < timestamptz '2025-06-30 23:00:00+00'
)
select day - (day(day) - 1)::integer as month, count(distinct customer_id) as active_buyers
from placed
group by 1
order by 1
