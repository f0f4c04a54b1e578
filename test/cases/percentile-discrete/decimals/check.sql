select * from (values ('a', 2.20), ('b', 5.55), ('c', 0.01), ('d', null), (null, null)) as hand(waits__desk, typical_cost)
