select sum(amount)::int as amount from orders
where customer_id = 1 and ordered_on >= '2024-01-01' and ordered_on < '2024-02-01' 
