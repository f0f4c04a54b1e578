select time, ids, ids as wall_ids, ids as day_ids from (values ('2024-06-23', 1), ('2024-06-30', 2 + 4 + 8), ('2024-07-07', 16)) as hand(time, ids)
