select * from (values ('open', null, 2), ('paid', 165, 5)) as hand(orders__status, paid_amount, north_amount)
