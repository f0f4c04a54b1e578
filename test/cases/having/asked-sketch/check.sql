select * from (values ('a', 1), ('b', 0), ('d', 1), (null, 1)) as hand(sales__shop, about_weights)
