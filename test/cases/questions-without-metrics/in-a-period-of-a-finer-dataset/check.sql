select * from (values ('north'), ('south'), (null)) as hand(customers__region)
