-- A segment by a metric of support that narrows the numbers of sales and of support alike; tickets follow whoever wrote.
with members as (
  select customer_id
  from shop.customers
  where customer_id in (select customer_id from shop.tickets where satisfaction > 0 group by 1 having avg(satisfaction) < 3)
)
select
  (select coalesce(sum(amount - tax), 0) from shop.orders
    where customer_id in (select customer_id from members) and status = 'completed' and not is_test)::decimal(38, 2) as net_revenue,
  (select count(*) from shop.tickets
    where customer_id in (select customer_id from members) and status not in ('spam', 'merged'))                     as opened_tickets,
  (select count(*) from members)                                                                                     as new_customers
