select * from (values ('Britain'), ('States')) as hand(warehouses__countries__name)
