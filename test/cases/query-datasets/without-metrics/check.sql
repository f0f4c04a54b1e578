select * from (values (1, 'bee'), (2, 'ay'), (3, null)) as hand(customers__place, people__town)
