select * from (values ('a', 2), ('b', 1), ('c', 0), (null, 1)) as hand(visits__shop, visitors)
