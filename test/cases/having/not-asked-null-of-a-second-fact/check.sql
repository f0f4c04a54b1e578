select * from (values ('ay', 30), ('sea', null)) as hand(shops__town, amount)
