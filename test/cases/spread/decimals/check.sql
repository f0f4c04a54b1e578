select * from (values ('a', 0.1::double), ('b', null), ('c', null), ('d', 0), (null, sqrt(4.5))) as hand(measures__shop, price_deviation)
