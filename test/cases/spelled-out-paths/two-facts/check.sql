select * from (values ('Britain', 28, 2), ('States', 35, 1)) as hand(warehouses__countries__name, amount, weight)
