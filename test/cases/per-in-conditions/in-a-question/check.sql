-- Customer 5, and the customer without a key: it is there, and no order can point to it.
select 2 as customer_count, 1 as ticket_count
