select * from (values ('a', 1), ('b', 1), ('c', 1), ('d', 1), ('e', 1), (null, 1)) as hand(sales__shop, sale_count)
