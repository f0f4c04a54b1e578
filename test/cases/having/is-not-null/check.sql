select * from (values ('a', 30), ('b', 6), ('d', 30), (null, 40)) as hand(sales__shop, amount)
