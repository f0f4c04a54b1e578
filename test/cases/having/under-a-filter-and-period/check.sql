select * from (values ('a', 10), ('b', 5)) as hand(sales__shop, amount)
