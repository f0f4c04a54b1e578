select * from (values ('c', null)) as hand(sales__shop, amount)
