select * from (values ('a', 2), ('b', 0), ('c', 3), ('d', 4)) as hand(readings__sensor, different)
