-- Who bought before and not in the last 180 days, and of them those of medium value.
with last_orders as (
  select customer_id, max(timezone('Europe/London', ordered_at)::date) as last_on
  from shop.orders
  where status <> 'cancelled' and not is_test
  group by 1
),
earned as (
  select customer_id, sum(amount - tax) as revenue from shop.orders where status = 'completed' and not is_test group by 1
),
members as (
  select customer_id, kind, revenue
  from shop.customers join last_orders using (customer_id) join earned using (customer_id)
  where last_on < date '2025-01-02' and revenue >= 100 and revenue < 500
)
select kind as customers__kind, count(*) as new_customers, sum(revenue)::decimal(38, 2) as net_revenue
from members
group by 1
order by 1
