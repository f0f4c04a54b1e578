-- By the campaign that brought the customer, not the one clicked last: orders reach it through their customer, two joins away.
with touched as (
  select
    c.customer_id,
    (select nullif(lower(trim(channel)), '') from shop.campaigns p where p.campaign_id = c.first_campaign_id) as touch
  from shop.customers c
),
order_touches as (
  select o.amount, o.tax, (select touch from touched t where t.customer_id = o.customer_id) as touch
  from shop.orders o
  where status = 'completed' and not is_test
),
touches as (select touch from touched union select touch from order_touches)
select
  touch                                                                                          as first_touch__channel,
  coalesce((select sum(amount - tax) from order_touches o where o.touch is not distinct from touches.touch), 0) as net_revenue,
  (select count(*) from touched t where t.touch is not distinct from touches.touch)              as new_customers
from touches
order by 1 nulls last
