select * from (values ('Britain', 36), ('France', 3)) as hand(payer__countries__name, amount)
