select * from (values ('south', 'France'), ('south', null)) as hand(customers__region, countries__name)
