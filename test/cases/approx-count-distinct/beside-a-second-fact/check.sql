select * from (values ('a', 2, 1), ('b', 1, 0), ('c', 0, 0), ('d', 0, 2), (null, 1, 0)) as hand(shops__shop, visitors, return_count)
