select 120.00 / (10.00 + 20.00 + 8.00) as roas
