select * from (values (1, 0, 4), (1, 12, 64), (2, 23, 256), (7, 0, 9), (7, 1, 48), (7, 2, 2), (7, 12, 128), (null, null, 512)) as hand(time__day_of_week, time__hour_of_day, ids)
