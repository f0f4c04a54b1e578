select * from (values ('app', 2, null), ('web', 1, 20), (null, null, 8)) as hand(orders__channel, amount_of_regulars, amount_of_others)
