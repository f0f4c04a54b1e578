select * from (values ('south'), (null)) as hand(customers__region)
