select * from (values ('shop', 2.50 / 1.00), ('web', 5.00 / 119.99)) as hand(orders__channel, shipping_share)
