-- Best because spenders are found from orders alone, and only those that are left must have an account.
with spenders as (
  select customer_id
  from shop.orders
  where status = 'completed' and not is_test and customer_id is not null
  group by 1
  having sum(amount - tax) >= 500
),
members as (select customer_id from spenders semi join shop.customers using (customer_id)),
hours as (
  select epoch_us(delivered_at) // 3600000000 as hour, sum(amount - tax) as revenue
  from shop.orders
  semi join members using (customer_id)
  where status = 'completed' and not is_test
    and delivered_at >= timestamptz '2024-01-01 00:00:00+00' and delivered_at < timestamptz '2025-06-30 23:00:00+00'
  group by 1
)
select
  date_trunc('quarter', timezone('Europe/London', to_timestamp(hour * 3600)))::date as quarter,
  sum(revenue) as net_revenue
from hours
group by 1
order by 1
