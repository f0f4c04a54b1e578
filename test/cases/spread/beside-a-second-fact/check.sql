select * from (values ('a', sqrt(32 / 7), 2), ('b', null, null), ('c', null, null), ('d', 0, null), ('e', null, 1), (null, sqrt(4.5), null)) as hand(shops__shop, deviation, pieces)
