select 6 as order_count
