select sum(amount)::int as amount, count(*) as order_count from orders where customer_id in (1, 4) and channel = 'web' 
