select * from (values (1, 132), (27, 56), (30, 64), (31, 259), (null, 512)) as hand(time__day_of_month, day_ids)
