select * from (values (1, 128), (3, 3), (4, 4), (10, 56), (12, 320), (null, 512)) as hand(events__wall__month_of_year, wall_ids)
