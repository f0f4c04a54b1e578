select sum(amount)::int as amount, count(*) as order_count from orders where channel = 'web' 
