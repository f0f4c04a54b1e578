select * from (values ('Britain'), ('France'), ('Poland'), (null)) as hand(countries__name)
