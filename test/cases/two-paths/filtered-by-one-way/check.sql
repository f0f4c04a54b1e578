select * from (values ('Britain', 4), ('France', 1), (null, 16)) as hand(customers__countries__name, amount)
