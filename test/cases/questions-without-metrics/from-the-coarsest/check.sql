select * from (values ('north', 'Britain'), ('south', 'France'), ('south', null), (null, null)) as hand(customers__region, countries__name)
