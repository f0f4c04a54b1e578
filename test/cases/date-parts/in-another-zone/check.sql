select * from (values (7, 192), (18, 256), (19, 12), (20, 17), (21, 34), (null, 512)) as hand(time__hour_of_day, ids)
