-- Delivered orders of 2024 by London month of delivery; the divisor is never zero, since a month without a row has no line.
select
  strftime(timezone('Europe/London', delivered_at), '%Y-%m-01')  as time,
  sum(amount - tax)                                              as net_revenue,
  count(*)                                                       as delivered_orders,
  sum(amount - tax)::double / count(*)                           as average_order_value
from shop.orders
where status = 'completed'
  and not is_test
  and timezone('Europe/London', delivered_at) >= timestamp '2024-01-01'
  and timezone('Europe/London', delivered_at) <  timestamp '2025-01-01'
group by 1
order by 1
