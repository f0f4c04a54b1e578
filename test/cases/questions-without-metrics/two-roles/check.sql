select * from (values ('north', 'north'), ('north', 'south'), ('south', 'north'), ('south', 'south'), (null, null)) as hand(customers__region, payer__region)
