select * from (values ('Dover', 4), ('Kobe', 8)) as hand(origin__town, domestic_tons)
