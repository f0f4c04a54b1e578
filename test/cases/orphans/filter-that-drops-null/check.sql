select * from (values ('gold', 2), ('iron', 2)) as hand(customers__tier, order_count)
