select * from (values ('2024-03-31', 2 + 4 + 8 + 16), ('2024-04-01', 32), ('2024-10-26', 64)) as hand(time, wall_ids)
