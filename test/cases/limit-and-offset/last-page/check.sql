select * from (values ('e', null), (null, 7)) as hand(sales__shop, amount)
