select * from (values ('a', sqrt(32 / 7) / 5), ('b', null), ('c', null)) as hand(measures__shop, relative_deviation)
