-- Visits are counted by day and device, orders by order; a night that the counter missed has baskets of nobody.
with months as (
  select unnest(['2024-01-01', '2024-02-01', '2024-03-01', '2024-04-01', '2024-05-01', '2024-06-01']) as month
),
seen as (select strftime(visited_on, '%Y-%m-01') as month, sessions, baskets from shop.site_traffic),
bought as (
  select strftime(timezone('Europe/London', ordered_at), '%Y-%m-01') as month
  from shop.orders
  where lower(trim(channel)) in ('web', 'app') and is_test = false
),
cells as (
  select
    month,
    (select sum(sessions) from seen s where s.month = months.month)                                as visits,
    (select sum(baskets) from seen s where s.month = months.month and sessions is not null)        as baskets,
    (select count(*) from bought b where b.month = months.month)                                   as orders
  from months
)
select
  month                                        as time,
  visits::bigint                               as visits,
  baskets::double / nullif(visits, 0)::double  as basket_rate,
  orders::double / nullif(visits, 0)::double   as conversion_rate
from cells
order by 1
