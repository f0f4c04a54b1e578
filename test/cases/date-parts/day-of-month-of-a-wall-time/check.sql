select * from (values (1, 132), (27, 56), (30, 64), (31, 259), (null, 512)) as hand(events__wall__day_of_month, wall_ids)
