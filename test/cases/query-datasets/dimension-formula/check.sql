select * from (values (550, 1), (725, 1)) as hand(good_orders__cents, orders)
