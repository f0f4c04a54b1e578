select * from (values ('b', 6)) as hand(sales__shop, amount)
