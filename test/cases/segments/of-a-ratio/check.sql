-- Customers 2, 3 and 4: three orders, two tickets.
select 2 / 3 as tickets_per_order, 3 as order_count
