select * from (values ('b', 6, null)) as hand(sales__shop, amount, weight)
