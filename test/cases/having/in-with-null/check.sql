select * from (values ('a', 30), ('c', null), ('d', 30)) as hand(sales__shop, amount)
