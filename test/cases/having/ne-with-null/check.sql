select * from (values ('b', 6), (null, 40)) as hand(sales__shop, amount)
