select * from (values (null), ('Poland'), ('France'), ('Britain')) as hand(countries__name)
