select count(*) as above_average from customers as c
where (select sum(amount) from orders as o where o.customer_id = c.customer_id)
    > (select avg(amount) from orders as o where o.customer_id = c.customer_id)
