select * from (values ('Amy', 35), ('Eve', 28)) as hand(warehouses__countries__regions__manager, amount)
