select sum(amount)::int as amount from orders where customer_id in (1, 4)
