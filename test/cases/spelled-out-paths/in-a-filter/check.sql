select * from (values ('Britain', 1), ('France', 2), (null, 32)) as hand(countries__name, amount)
