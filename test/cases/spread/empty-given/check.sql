select * from (values ('a', sqrt(32 / 7)), ('b', 0), ('c', 0), ('d', 0), (null, sqrt(4.5))) as hand(measures__shop, deviation_or_zero)
