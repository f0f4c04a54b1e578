select 4 as order_count, 228.00 as revenue
