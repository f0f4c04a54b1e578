-- rows
-- Only names that at least one fact has: Dan is in no group.
select n.name as customers__name,
  (select sum(amount) from orders where customer_id = n.customer_id) as revenue,
  (select count(*) from orders where customer_id = n.customer_id) as order_count,
  (select sum(minutes) from tickets where customer_id = n.customer_id) as ticket_minutes,
  (select count(*) from tickets where customer_id = n.customer_id) as ticket_count
from customers n where n.name <> 'Dan'
union all
select null, (select sum(amount) from orders where customer_id is null),
  (select count(*) from orders where customer_id is null), null, 0
order by 1 nulls last

-- totals
select (select sum(amount) from orders) as revenue, (select count(*) from orders) as order_count,
  (select sum(minutes) from tickets) as ticket_minutes, (select count(*) from tickets) as ticket_count
