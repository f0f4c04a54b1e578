select * from (values ('a', 1, 1, 4, 4), ('b', 10, 10, 20, 20), ('c', 7, 7, 7, 7), ('d', null, null, null, null), (null, 5, 5, 6, 6)) as hand(waits__desk, shortest, quarter_wait, long_wait, longest)
