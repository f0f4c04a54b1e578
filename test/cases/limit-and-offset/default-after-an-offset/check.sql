select * from (values ('c', 5), ('d', 9), ('e', null), (null, 7)) as hand(sales__shop, amount)
