select * from (values ('a', 2.01 / 2)) as hand(sales__shop, price)
