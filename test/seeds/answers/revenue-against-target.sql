-- Every month that has a target or revenue; money over no rows is 0, a target that nobody set is NULL.
with earned as (
  select strftime(timezone('Europe/London', delivered_at), '%Y-%m-01') as month, sum(amount - tax) as revenue
  from shop.orders
  where status = 'completed' and not is_test and delivered_at is not null
  group by 1
),
planned as (select strftime(month_on, '%Y-%m-01') as month, net_revenue as target from shop.monthly_targets)
select
  month                                                      as time,
  coalesce(revenue, 0)::decimal(38, 2)                       as net_revenue,
  target::decimal(38, 2)                                     as revenue_target,
  coalesce(revenue, 0)::double / nullif(target, 0)::double   as revenue_against_target
from earned full join planned using (month)
where month >= '2024-07-01' and month < '2025-10-01'
order by 1
