select * from (values (0, 13), (1, 48), (2, 2), (12, 192), (23, 256), (null, 512)) as hand(time__hour_of_day, ids)
