select * from (values ('d', 30)) as hand(sales__shop, amount)
