select sum(amount)::int as amount from orders where customer_id in (2, 3)
