select * from (values ('app', 2), ('web', 1)) as hand(orders__channel, net_revenue)
