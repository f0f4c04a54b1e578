-- The last 90 days before nine o'clock on 1 July 2025; erased accounts are in the NULL group, guests in none.
with bought as (
  select
    o.*,
    (select nullif(trim(region), '') from shop.customers c where c.customer_id = o.customer_id) as region
  from shop.orders o
  where status in ('completed', 'shipped') and not is_test
),
regions as (select distinct region from bought where customer_id is not null)
select
  region                                                                                           as customers__region,
  (select count(distinct customer_id) from bought b
    where b.region is not distinct from regions.region and ordered_at >= timestamptz '2025-04-02 08:00:00+00') as active_customers,
  (select avg(case when is_first_order then 0.0 else 1.0 end) from bought b
    where b.region is not distinct from regions.region and customer_id is not null)                as returning_order_rate
from regions
order by 1 nulls last
