select * from (values ('a', 30, 1)) as hand(sales__shop, amount, weight)
