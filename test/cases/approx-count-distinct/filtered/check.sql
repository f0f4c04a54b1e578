select * from (values ('a', 1), (null, 1)) as hand(visits__shop, members)
