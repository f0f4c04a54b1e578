-- Four leaves on three datasets and three time columns, in the first half of 2024: revenue by delivery, orders by order day,
-- spend by day, refunds by refund day. Money over no rows is 0.
with months as (
  select unnest(['2024-01-01', '2024-02-01', '2024-03-01', '2024-04-01', '2024-05-01', '2024-06-01']) as month
),
cells as (
  select
    month,
    (select sum(amount - tax) from shop.orders
      where status = 'completed' and not is_test
        and strftime(timezone('Europe/London', delivered_at), '%Y-%m-01') = month) as revenue,
    (select sum(amount) from shop.orders
      where status <> 'cancelled' and not is_test
        and strftime(timezone('Europe/London', ordered_at), '%Y-%m-01') = month) as booked,
    (select count(distinct customer_id) from shop.orders
      where is_first_order
        and strftime(timezone('Europe/London', ordered_at), '%Y-%m-01') = month) as won,
    (select sum(spend) from shop.campaign_costs where strftime(spent_on, '%Y-%m-01') = month) as spend,
    (select sum(amount) from shop.refunds
      where strftime(timezone('Europe/London', refunded_at), '%Y-%m-01') = month) as refunded
  from months
)
select
  month                                         as time,
  coalesce(revenue, 0)::double / nullif(spend, 0)::double    as roas,
  coalesce(spend, 0)::double / nullif(won, 0)::double        as cost_per_acquisition,
  coalesce(refunded, 0)::double / nullif(booked, 0)::double  as refund_rate
from cells
order by 1
