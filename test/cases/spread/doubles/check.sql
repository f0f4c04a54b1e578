select * from (values ('a', 0.5::double), ('b', null), ('c', null), ('d', null), (null, 0.5)) as hand(measures__shop, weight_variance)
