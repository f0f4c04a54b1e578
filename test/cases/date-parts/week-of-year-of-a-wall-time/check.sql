select * from (values (1, 320), (13, 3), (14, 4), (43, 56), (52, 128), (null, 512)) as hand(events__wall__week_of_year, wall_ids)
