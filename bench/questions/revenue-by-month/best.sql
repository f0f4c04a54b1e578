-- Best because rows are grouped by an integer, the hour in UTC, and only some twenty thousand hours are converted to London's months:
-- its offsets are whole hours, so that no hour belongs to two months.
with hours as (
  select epoch_us(delivered_at) // 3600000000 as hour, sum(amount - tax) as revenue
  from shop.orders
  where status = 'completed' and not is_test
  group by 1
)
select
  date_trunc('month', timezone('Europe/London', to_timestamp(hour * 3600)))::date as month,
  sum(revenue) as net_revenue
from hours
group by 1
order by 1 nulls last
