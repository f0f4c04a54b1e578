select * from (values ('ay', 1)) as hand(shops__town, return_rows)
