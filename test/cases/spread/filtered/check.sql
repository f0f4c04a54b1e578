select * from (values ('a', sqrt(3 / 4 + 9 / 4) / sqrt(3)), ('b', null), (null, sqrt(4.5))) as hand(measures__shop, small_deviation)
