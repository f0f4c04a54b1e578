select * from (values (0, 194), (15, 4), (30, 56), (59, 257), (null, 512)) as hand(events__wall__minute_of_hour, wall_ids)
