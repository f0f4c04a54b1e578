select * from (values ('north'), ('south'), (null)) as hand(payer__region)
