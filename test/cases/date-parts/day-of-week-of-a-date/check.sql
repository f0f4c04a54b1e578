select * from (values (1, 68), (2, 256), (7, 187), (null, 512)) as hand(time__day_of_week, day_ids)
