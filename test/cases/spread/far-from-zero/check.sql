select * from (values ('a', 1::double), ('b', null), ('c', null), ('d', 0), (null, 0.5)) as hand(measures__shop, far_variance)
