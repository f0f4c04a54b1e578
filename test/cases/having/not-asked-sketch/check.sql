select * from (values ('a', 2), ('d', 1), (null, 1)) as hand(sales__shop, big)
