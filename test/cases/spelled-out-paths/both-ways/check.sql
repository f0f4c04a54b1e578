select * from (values ('Britain', 'States', 1), ('France', 'States', 2)) as hand(countries__name, warehouses__countries__name, amount)
