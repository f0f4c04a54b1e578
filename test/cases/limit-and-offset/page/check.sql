select * from (values ('b', 5), ('c', 5)) as hand(sales__shop, amount)
