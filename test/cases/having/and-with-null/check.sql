select * from (values ('a', 30, 1), ('d', 30, 2)) as hand(sales__shop, amount, weight)
