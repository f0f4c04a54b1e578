select * from (values ('north'), ('south'), (null)) as hand(area)
