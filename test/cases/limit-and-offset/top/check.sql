select * from (values ('d', 9), (null, 7)) as hand(sales__shop, amount)
