select * from (values ('a', 30), ('d', 30)) as hand(sales__shop, amount)
