-- Best because London's wall time comes from its two offsets of that year instead of from a calendar, and a month is counted back from
-- its day; nothing is looked up for a row.
with placed as (
  select
    customer_id,
    (ordered_at::timestamp + case
      when ordered_at < timestamptz '2024-10-27 01:00:00+00' or ordered_at >= timestamptz '2025-03-30 01:00:00+00'
      then interval 1 hour else interval 0 hour
    end)::date as day
  from shop.orders
  where status <> 'cancelled' and not is_test
    and ordered_at >= timestamptz '2024-06-30 23:00:00+00' and ordered_at < timestamptz '2025-06-30 23:00:00+00'
)
select day - (day(day) - 1)::integer as month, count(distinct customer_id) as active_buyers
from placed
group by 1
order by 1
