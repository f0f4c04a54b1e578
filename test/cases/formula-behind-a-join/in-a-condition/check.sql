select 1 as unknown_orders
