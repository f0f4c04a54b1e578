select * from (values ('a', 3), ('b', 20), ('c', 7), (null, 5)) as hand(waits__desk, patient)
