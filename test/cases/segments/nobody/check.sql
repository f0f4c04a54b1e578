select null::int as amount, 0 as order_count
