select sum(amount)::int as amount from orders where customer_id = 1 and channel = 'web' 
