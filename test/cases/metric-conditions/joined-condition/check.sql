select 7 as north_amount, 24 as not_north_amount
