select * from (values (1, 68), (2, 256), (7, 187), (null, 512)) as hand(events__wall__day_of_week, wall_ids)
