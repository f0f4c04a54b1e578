select * from (values ('north'), ('south')) as hand(customers__region)
