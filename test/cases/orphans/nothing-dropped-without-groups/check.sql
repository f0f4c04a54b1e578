select 8 as order_count, 255.00 as revenue
