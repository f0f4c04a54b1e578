-- Customer 2 has 4, customer 3 has 8, customer 4 has 16, without a day.
select sum(amount)::int as amount, count(*) as order_count from orders as o
where exists (select 1 from customers as c where c.customer_id = o.customer_id)
  and (select sum(amount) from orders as own where own.customer_id = o.customer_id) >= 4
